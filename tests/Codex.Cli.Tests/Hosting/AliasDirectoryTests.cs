using Codex.Cli.Hosting;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.TestSupport.Files;

namespace Codex.Cli.Tests.Hosting;

public sealed class AliasDirectoryTests : IDisposable
{
    private readonly TempDirectory _home = new();

    [Fact]
    public void Children_find_the_helper_names_first_and_nothing_is_left_behind()
    {
        string directory;
        using (var aliases = AliasDirectory.Create(_home.Root, Host(), new RandomIdSource()))
        {
            directory = aliases.Directory;
            Assert.StartsWith(Path.Combine(_home.Root, "tmp", "arg0", "codex-arg0"), directory, StringComparison.Ordinal);
            Assert.Equal($"{directory}:/usr/bin", aliases.AddTo(Host()).GetVariable("PATH"));
            Assert.All(AliasDirectory.Names, name => Assert.Equal("/opt/codex", new FileInfo(Path.Combine(directory, name)).LinkTarget));
        }

        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public void Many_programs_may_start_at_once() => Parallel.For(0, 200, _ =>
    {
        using var aliases = AliasDirectory.Create(_home.Root, Host(), new RandomIdSource());
        Assert.True(Directory.Exists(aliases.Directory));
    });

    [Fact]
    public void What_a_crashed_process_left_is_removed_and_what_a_running_one_holds_is_not()
    {
        var root = Path.Combine(_home.Root, "tmp", "arg0");
        var stale = Directory.CreateDirectory(Path.Combine(root, "codex-arg0crashd")).FullName;
        File.WriteAllText(Path.Combine(stale, ".lock"), "");
        using var running = AliasDirectory.Create(_home.Root, Host(), new RandomIdSource());

        using var aliases = AliasDirectory.Create(_home.Root, Host(), new RandomIdSource());

        Assert.False(Directory.Exists(stale));
        Assert.True(Directory.Exists(running.Directory));
    }

    [Fact]
    public void A_home_below_the_temporary_directory_is_refused()
    {
        var host = Host() with { TemporaryDirectory = Path.GetDirectoryName(_home.Root)! };

        var failure = Assert.Throws<IOException>(() => AliasDirectory.Create(_home.Root, host, new RandomIdSource()));

        Assert.StartsWith("Refusing to create helper binaries under temporary dir \"", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static HostEnvironment Host() => new()
    {
        Variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin" },
        CurrentDirectory = "/",
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/opt/codex",
    };
}
