using System.Text;

namespace Codex.TestSupport.Running;

/// <summary>What a run left behind.</summary>
/// <param name="ExitCode">The exit code; 128 + N when signal N ended it.</param>
/// <param name="StandardOutput">Every byte of stdout.</param>
/// <param name="StandardError">Every byte of stderr.</param>
/// <param name="Elapsed">Wall time from the start to the exit.</param>
public sealed record CodexResult(int ExitCode, byte[] StandardOutput, byte[] StandardError, TimeSpan Elapsed)
{
    /// <summary>Stdout as text.</summary>
    public string Output => Encoding.UTF8.GetString(StandardOutput);

    /// <summary>Stderr as text.</summary>
    public string Error => Encoding.UTF8.GetString(StandardError);
}
