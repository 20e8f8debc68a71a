"""A security key in a real Chromium (its virtual authenticator): enrolled, then asked for at sign-in, under our own policy of scripts."""

from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, expect

USER = "hezhixing"


def _key(page: Page) -> CDPSession:
    """A key that is always plugged in and always touched."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "usb",
                "automaticPresenceSimulation": True,
                "isUserVerified": True,
            }
        },
    )
    return wire


def _sign_in(page: Page, password: str) -> None:
    page.goto("/sign-in/")
    page.fill("[name=username]", USER)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")


def test_a_security_key_is_enrolled_and_asked_for(
    city: tuple[str, dict[str, str], Path], chromium: Browser
) -> None:
    address, passwords, _out = city
    host = address.replace("127.0.0.1", "localhost")  # a key belongs to a name, never to a number
    context = chromium.new_context(base_url=host, locale="zh-CN")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    _key(page)
    try:
        _sign_in(page, passwords[USER])
        page.wait_for_url(f"{host}/")
        page.goto("/own/key/")
        page.click("#use-key")
        page.wait_for_url("**/own/recovery/")
        page.goto("/own/")
        expect(page.locator("main")).to_contain_text("安全密钥")
        page.click("summary")
        page.click("form[action='/sign-out/'] button")
        _sign_in(page, passwords[USER])
        page.wait_for_url("**/sign-in/second/")
        page.click("#use-key")
        page.wait_for_url(f"{host}/")
        assert complaints == []
    finally:
        _remove(page)
        context.close()


def _remove(page: Page) -> None:
    """The demonstration is shared: the next test signs in by password alone."""
    page.goto("/own/")
    link = page.locator("a[href*='/own/key/'][href$='/remove/']")
    if link.count():
        link.first.click()
        page.click("main .button-danger")
        page.wait_for_url("**/own/")
