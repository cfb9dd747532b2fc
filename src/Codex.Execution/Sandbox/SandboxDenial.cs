namespace Codex.Execution.Sandbox;

/// <summary>Guesses from its outcome whether a sandboxed command failed because of the sandbox (<c>core/src/exec.rs</c>).</summary>
public static class SandboxDenial
{
    private const int SignalBase = 128;
    private const int BadSystemCall = 31;

    private static readonly string[] s_signs =
    [
        "operation not permitted",
        "permission denied",
        "read-only file system",
        "seccomp",
        "sandbox",
        "landlock",
        "failed to write file",
    ];

    /// <summary>Whether the sandbox is the likely cause.</summary>
    /// <param name="isSandboxed">Whether anything held the command inside its permissions.</param>
    /// <param name="exitCode">How it ended; 128 + signal when it was killed.</param>
    /// <param name="outputs">What it printed: standard error, standard output, both together.</param>
    public static bool IsLikely(bool isSandboxed, int exitCode, params ReadOnlySpan<string> outputs)
    {
        if (!isSandboxed || exitCode == 0)
        {
            return false;
        }

        foreach (var output in outputs)
        {
            if (MentionsSandbox(output))
            {
                return true;
            }
        }

        return exitCode == SignalBase + BadSystemCall;
    }

    private static bool MentionsSandbox(string output)
    {
        foreach (var sign in s_signs)
        {
            if (output.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
