"""What a file may be taken out for, as the register of downloads names it."""

PURPOSES = (
    "办理选任事项",
    "会议研究",
    "上级要求报送",
    "统计分析",
    "核查核对",
    "归档留存",
    "本人查阅",
)
