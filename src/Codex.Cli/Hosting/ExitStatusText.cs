using System.Globalization;
using Codex.Platform.Processes;

namespace Codex.Cli.Hosting;

/// <summary>How a program ended, in the words of the original's standard library.</summary>
internal static class ExitStatusText
{
    /// <summary>For example <c>exit status: 1</c> or <c>signal: 9 (SIGKILL)</c>.</summary>
    public static string Describe(ExitStatus status) => status.Signal is { } signal
        ? string.Create(CultureInfo.InvariantCulture, $"signal: {signal}{NameOf(signal)}")
        : string.Create(CultureInfo.InvariantCulture, $"exit status: {status.Code}");

    private static string NameOf(int signal) => signal switch
    {
        SignalNumbers.Interrupt => " (SIGINT)",
        SignalNumbers.Kill => " (SIGKILL)",
        SignalNumbers.Terminate => " (SIGTERM)",
        _ => "",
    };
}
