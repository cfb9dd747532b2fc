using System.Text;

namespace Codex.Platform.Processes;

/// <summary>How a program ended, and what it printed until then.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="StandardOutput">Its output.</param>
/// <param name="StandardError">Its complaints.</param>
/// <param name="IsComplete">False when it printed more than was to be kept; the rest is lost.</param>
public sealed record CapturedProcess(ExitStatus Status, ReadOnlyMemory<byte> StandardOutput, ReadOnlyMemory<byte> StandardError, bool IsComplete)
{
    /// <summary>The output as text; bytes that are not UTF-8 become U+FFFD.</summary>
    public string OutputText => Encoding.UTF8.GetString(StandardOutput.Span);

    /// <summary>The complaints as text; bytes that are not UTF-8 become U+FFFD.</summary>
    public string ErrorText => Encoding.UTF8.GetString(StandardError.Span);
}
