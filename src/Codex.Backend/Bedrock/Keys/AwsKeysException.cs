namespace Codex.Backend.Bedrock.Keys;

/// <summary>A way to keys was set up and leads nowhere. The message names profile, file or host, never a secret.</summary>
internal sealed class AwsKeysException(string message) : Exception(message);
