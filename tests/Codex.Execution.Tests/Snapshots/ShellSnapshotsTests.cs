using Codex.Execution.Environments;
using Codex.TestSupport.Time;

namespace Codex.Execution.Tests.Snapshots;

public sealed class ShellSnapshotsTests
{
    private const string Profile = """
        echo noise of the profile
        greet() { echo "hello $1"; }
        alias list='ls -l'
        export LINES_OF="one
        two 'quoted' \$x"
        export TERM=mine
        set -o noclobber
        """;

    [Theory]
    [InlineData("/bin/bash", ".bash_profile")]
    [InlineData("/bin/bash", ".bashrc")]
    [InlineData("/usr/bin/zsh", ".zshrc")]
    [InlineData("/usr/bin/zsh", ".zprofile")]
    [InlineData("/bin/dash", ".profile")]
    public async Task A_command_finds_the_variables_of_the_profile(string path, string file)
    {
        var shell = SnapshotFixture.ShellOrSkip(path) with { Kind = UserShell.KindOf(path) ?? ShellKind.Sh };
        await using var fixture = new SnapshotFixture();
        fixture.Home.Write(file, Profile);
        var snapshots = await fixture.CaptureAsync(shell);

        var command = snapshots.Apply(shell.CommandFor("echo $TERM; echo \"$LINES_OF\"", login: true), fixture.Home.Root, []);

        Assert.Equal("-c", command[1]);
        Assert.Equal("mine\none\ntwo 'quoted' $x\n", await fixture.RunAsync(command));
    }

    [Theory]
    [InlineData("/bin/bash", "greet you; alias list; set -o | grep noclobber | tr -d ' \\t'")]
    [InlineData("/usr/bin/zsh", "greet you; alias list; setopt | grep clobber")]
    public async Task The_file_holds_functions_aliases_and_options(string path, string script)
    {
        var shell = SnapshotFixture.ShellOrSkip(path);
        await using var fixture = new SnapshotFixture();
        fixture.Home.Write(".bashrc", Profile);
        fixture.Home.Write(".zshrc", Profile);
        await fixture.CaptureAsync(shell);

        var printed = await fixture.RunAsync([path, "-c", $". {fixture.Files.Single()}; {script}"]);

        Assert.StartsWith("hello you\n", printed, StringComparison.Ordinal);
        Assert.Contains("list='ls -l'\n", printed, StringComparison.Ordinal);
        Assert.Contains("noclobber", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_are_set_on_purpose_stay()
    {
        await using var fixture = new SnapshotFixture();
        fixture.Home.Write(".bash_profile", "export CHOSEN=profile GONE=profile OTHER=profile");
        var snapshots = await fixture.CaptureAsync(SnapshotFixture.ShellOrSkip("/bin/bash"));

        var command = snapshots.Apply(["/bin/bash", "-lc", "echo $CHOSEN ${GONE-unset} $OTHER"], fixture.Home.Root, ["CHOSEN", "GONE", "not a name; exit 9"]);

        Assert.Equal("configured unset profile\n", await fixture.RunAsync(command, ("CHOSEN", "configured"), ("OTHER", "live")));
    }

    [Fact]
    public async Task Only_login_shells_in_the_directory_of_the_thread_read_it()
    {
        await using var fixture = new SnapshotFixture();
        var snapshots = await fixture.CaptureAsync(SnapshotFixture.ShellOrSkip("/bin/bash"));
        string[] login = ["/bin/bash", "-lc", "true"], plain = ["/bin/bash", "-c", "true"];

        Assert.NotSame(login, snapshots.Apply(login, fixture.Home.Root + "/", []));
        Assert.Same(login, snapshots.Apply(login, "/", []));
        Assert.Same(plain, snapshots.Apply(plain, fixture.Home.Root, []));
    }

    [Fact]
    public async Task A_command_whose_snapshot_has_gone_runs_in_a_login_shell()
    {
        await using var fixture = new SnapshotFixture();
        fixture.Home.Write(".bash_profile", "export FROM=login");
        var snapshots = await fixture.CaptureAsync(SnapshotFixture.ShellOrSkip("/bin/bash"));
        var command = snapshots.Apply(["/bin/bash", "-lc", "echo $FROM; echo \"it's $1\"", "name", "o'clock"], fixture.Home.Root, []);
        File.Delete(fixture.Files.Single());

        Assert.Equal("login\nit's o'clock\n", await fixture.RunAsync(command));
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("exec true")]
    [InlineData("kill -9 $$")]
    [InlineData("greet() { echo; }; readonly -f greet; readonly BASHOPTS; exec >&-")]
    public async Task A_profile_that_breaks_leaves_no_snapshot(string profile)
    {
        await using var fixture = new SnapshotFixture();
        fixture.Home.Write(".bash_profile", profile);
        string[] command = ["/bin/bash", "-lc", "true"];

        var snapshots = await fixture.CaptureAsync(SnapshotFixture.ShellOrSkip("/bin/bash"));

        Assert.Empty(fixture.Files);
        Assert.Same(command, snapshots.Apply(command, fixture.Home.Root, []));
    }

    [Fact]
    public async Task A_profile_that_hangs_is_given_ten_seconds()
    {
        await using var fixture = new SnapshotFixture();
        fixture.Home.Write(".bash_profile", "touch ~/started; sleep 1000");
        var clock = new ManualClock();
        var snapshots = fixture.Start(SnapshotFixture.ShellOrSkip("/bin/bash"), clock);
        while (!File.Exists(fixture.Home["started"]))
            await Task.Delay(5, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(10));

        await snapshots.Finished.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Empty(fixture.Files);
    }

    [Fact]
    public async Task The_file_is_the_users_own_and_goes_with_the_thread()
    {
        await using var fixture = new SnapshotFixture();
        var snapshots = await fixture.CaptureAsync(SnapshotFixture.ShellOrSkip("/bin/bash"));
        var file = Assert.Single(fixture.Files);
        Assert.Matches($"/{SnapshotFixture.Thread}\\.[0-9]+\\.sh$", file);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await snapshots.DisposeAsync();

        Assert.Empty(fixture.Files);
    }

    [Fact]
    public async Task Ending_while_the_profile_runs_leaves_nothing()
    {
        await using var fixture = new SnapshotFixture();
        fixture.Home.Write(".bash_profile", "touch ~/started; sleep 1000");
        var snapshots = fixture.Start(SnapshotFixture.ShellOrSkip("/bin/bash"));
        while (!File.Exists(fixture.Home["started"]))
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await snapshots.DisposeAsync();

        Assert.Empty(fixture.Files);
    }

    [Fact]
    public async Task Snapshots_of_threads_that_are_gone_or_rest_are_removed()
    {
        await using var fixture = new SnapshotFixture();
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        foreach (var name in (string[])["rests.1.sh", "rests.sh", "lives.1.sh", "lives.tmp-2", "gone.1.sh", "gone.tmp-3", "note.txt", "noname"])
            fixture.Home.Write("shell_snapshots/" + name, "");
        Func<string, DateTimeOffset?> lastUse = id => id switch { "rests" => now.AddDays(-3), "lives" => now.AddDays(-2.9), _ => null };

        await fixture.Start(SnapshotFixture.ShellOrSkip("/bin/bash"), new ManualClock(now), lastUse).Finished;

        Assert.Equal(
            [$"{SnapshotFixture.Thread}.1767225600000000000.sh", "lives.1.sh", "lives.tmp-2"],
            fixture.Files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
