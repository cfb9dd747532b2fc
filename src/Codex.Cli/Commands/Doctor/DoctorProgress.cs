using System.Globalization;
using System.Text;

namespace Codex.Cli.Commands.Doctor;

/// <summary>Tells on a terminal what is being checked, on one line that is gone at the end.</summary>
/// <param name="output">The terminal; null shows nothing.</param>
internal sealed class DoctorProgress(Stream? output)
{
    private readonly Lock _gate = new();

    /// <summary>A check has begun.</summary>
    public void Begin(string label) => Show($"Checking {label}...");

    /// <summary>A check takes long.</summary>
    public void Wait(string label, TimeSpan elapsed) =>
        Show(string.Create(CultureInfo.InvariantCulture, $"Still checking {label}... {(long)elapsed.TotalSeconds}s"));

    /// <summary>Removes the line.</summary>
    public void Clear() => Show("");

    private void Show(string text)
    {
        if (output is null)
            return;
        lock (_gate)
        {
            output.Write(Encoding.UTF8.GetBytes($"\r\e[2K{text}"));
            output.Flush();
        }
    }
}
