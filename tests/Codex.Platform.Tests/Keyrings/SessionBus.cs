using System.Diagnostics;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Keyrings;

/// <summary>A message bus of the test's own.</summary>
internal sealed class SessionBus : IDisposable
{
    private const string Daemon = "/usr/bin/dbus-daemon";
    private readonly TempDirectory _directory = new();
    private readonly Process _daemon;

    public SessionBus()
    {
        var start = new ProcessStartInfo(Daemon, ["--session", "--nofork", "--print-address=1", $"--address=unix:path={_directory["bus"]}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _daemon = Process.Start(start)!;
        Address = _daemon.StandardOutput.ReadLine()!;
    }

    /// <summary>Whether there can be one.</summary>
    public static bool IsInstalled => File.Exists(Daemon);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Surroundings with this bus.</summary>
    public HostEnvironment Host => new()
    {
        Variables = new Dictionary<string, string> { ["DBUS_SESSION_BUS_ADDRESS"] = Address },
        CurrentDirectory = _directory.Root,
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    };

    public void Dispose()
    {
        _daemon.Kill();
        _daemon.WaitForExit();
        _daemon.Dispose();
        _directory.Dispose();
    }
}
