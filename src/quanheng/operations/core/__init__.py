"""Pure decisions of operations: the backup folder, sealing, what a log line may say. No Django."""
