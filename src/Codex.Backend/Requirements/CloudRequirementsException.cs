namespace Codex.Backend.Requirements;

/// <summary>What the user's workspace demands cannot be told: the program must not go on without it.</summary>
public sealed class CloudRequirementsException(string message, Exception? innerException = null) : Exception(message, innerException);
