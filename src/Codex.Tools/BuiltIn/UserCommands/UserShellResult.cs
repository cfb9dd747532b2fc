namespace Codex.Tools.BuiltIn.UserCommands;

/// <summary>How a command of the user ended.</summary>
/// <param name="ExitCode">Its exit code; -1 when it has none.</param>
/// <param name="Duration">From start to end; zero when it did not end by itself.</param>
/// <param name="Output">What it printed, as much as the model is shown.</param>
public sealed record UserShellResult(int ExitCode, TimeSpan Duration, string Output);
