using System.Diagnostics;

namespace Codex.Parity.Tests.Harness;

/// <summary>Python as an independent reader of what programs leave behind.</summary>
internal static class SystemPython
{
    /// <summary>Runs a script.</summary>
    internal static void Run(string script, params IReadOnlyList<string> arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", script, .. arguments]))!;
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
    }
}
