using Codex.Execution.Sandbox;
using Codex.Platform.Environment;
using Codex.TestSupport.Running;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>A machine without bubblewrap: our own executable builds the sandbox.</summary>
public sealed class NamespaceSandboxFixture : SandboxFixture
{
    internal override SandboxMechanism Mechanism => SandboxMechanism.Namespaces;

    internal override HostEnvironment Host() => WithOurHelper(base.Host());

    /// <summary>A bubblewrap inside the current directory is never taken, so this hides the one of the system.</summary>
    internal static HostEnvironment WithOurHelper(HostEnvironment host) => host with
    {
        CurrentDirectory = "/usr",
        ExecutablePath = OurCodex.Executable,
        Variables = new Dictionary<string, string>(host.Variables, StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin", ["DOTNET_ROOT"] = RuntimeRoot() },
    };

    private static string RuntimeRoot() =>
        Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? Path.GetFullPath(Path.Combine(typeof(object).Assembly.Location, "..", "..", "..", ".."));
}
