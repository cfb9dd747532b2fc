using Codex.Platform.Environment;
using Codex.Platform.Power;
using Codex.Platform.Processes;
using Codex.Platform.Tests.Processes;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Power;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SleepInhibitorTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    private string Log => _directory["log"];

    public void Dispose()
    {
        _spawner.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task The_machine_is_kept_awake_from_hold_to_release()
    {
        Install("systemd-inhibit");
        await using var inhibitor = Inhibitor();

        Assert.True(await inhibitor.HoldAsync());
        var program = await LoggedAsync();
        Assert.True(await inhibitor.HoldAsync());
        await inhibitor.ReleaseAsync();

        await Spawning.WaitForDeathAsync(program);
        Assert.Single(File.ReadAllLines(Log));
    }

    [Fact]
    public async Task Another_program_is_asked_where_the_first_is_missing()
    {
        Install("gnome-session-inhibit");
        await using var inhibitor = Inhibitor();

        Assert.True(await inhibitor.HoldAsync());

        await LoggedAsync();
    }

    [Fact]
    public async Task Without_such_programs_nothing_happens()
    {
        await using var inhibitor = Inhibitor();

        Assert.False(await inhibitor.HoldAsync());
        await inhibitor.ReleaseAsync();
    }

    private SleepInhibitor Inhibitor() => new(
        new HostEnvironment
        {
            Variables = new Dictionary<string, string> { ["PATH"] = _directory["bin"] },
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/usr/bin/codex",
        },
        _spawner);

    private void Install(string name)
    {
        var path = Path.Combine(_directory.Create("bin"), name);
        File.WriteAllText(path, $"#!/bin/sh\necho $$ >> {Log}\nexec /bin/sleep 300\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<int> LoggedAsync()
    {
        using var limit = new CancellationTokenSource(Spawning.Limit);
        while (true)
        {
            if (File.Exists(Log) && int.TryParse(await File.ReadAllTextAsync(Log, limit.Token), out var process))
                return process;
            await Task.Delay(5, limit.Token);
        }
    }
}
