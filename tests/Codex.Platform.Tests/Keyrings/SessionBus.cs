using System.Diagnostics;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Keyrings;

/// <summary>A message bus of the test's own.</summary>
internal sealed class SessionBus : IDisposable
{
    private const string Daemon = "/usr/bin/dbus-daemon";
    private readonly TempDirectory directory = new();
    private readonly Process daemon;

    public SessionBus()
    {
        var start = new ProcessStartInfo(Daemon, ["--session", "--nofork", "--print-address=1", $"--address=unix:path={directory["bus"]}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        daemon = Process.Start(start)!;
        Address = daemon.StandardOutput.ReadLine()!;
    }

    /// <summary>Whether there can be one.</summary>
    public static bool IsInstalled => File.Exists(Daemon);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Surroundings with this bus.</summary>
    public HostEnvironment Host => new()
    {
        Variables = new Dictionary<string, string> { ["DBUS_SESSION_BUS_ADDRESS"] = Address },
        CurrentDirectory = directory.Root,
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    };

    public void Dispose()
    {
        daemon.Kill();
        daemon.WaitForExit();
        daemon.Dispose();
        directory.Dispose();
    }
}
