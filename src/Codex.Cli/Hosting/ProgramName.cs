using System.Runtime.CompilerServices;
using System.Text;

namespace Codex.Cli.Hosting;

/// <summary>The name that this executable was called by: it decides which program it is.</summary>
internal static class ProgramName
{
    private const string CommandLineFile = "/proc/self/cmdline";

    /// <summary>The last part of the path as called.</summary>
    public static string Read() => Path.GetFileName(IsManagedHost && File.Exists(CommandLineFile) ? FromKernel() : Environment.GetCommandLineArgs()[0]);

    // The host of a managed executable puts its own file in the place of the name.
    private static bool IsManagedHost => RuntimeFeature.IsDynamicCodeSupported;

    private static string FromKernel()
    {
        var bytes = File.ReadAllBytes(CommandLineFile).AsSpan();
        return Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)0)]);
    }
}
