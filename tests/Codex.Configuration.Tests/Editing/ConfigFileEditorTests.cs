using Codex.Configuration.Editing;
using Codex.Formats.Toml;
using Codex.Platform.Files;

namespace Codex.Configuration.Tests.Editing;

public sealed class ConfigFileEditorTests
{
    [Fact]
    public async Task No_change_of_sixteen_writers_is_lost()
    {
        using var home = new ConfigHome("# mine\nfirst = 1\n");
        await Parallel.ForAsync(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, (writer, _) =>
        {
            for (var i = 0; i < 10; i++)
                ConfigFileEditor.Edit(home.UserFile, document => document.Set([$"key_{writer}_{i}"], new TomlInteger(i)));
            return ValueTask.CompletedTask;
        });
        var text = File.ReadAllText(home.UserFile);
        Assert.StartsWith("# mine\nfirst = 1\n", text, StringComparison.Ordinal);
        Assert.Equal(161, TomlDocument.Parse(text).ToTable().Count);
    }

    [Fact]
    public void An_edit_that_changes_nothing_writes_nothing()
    {
        using var home = new ConfigHome("a = 1");
        var before = File.GetLastWriteTimeUtc(home.UserFile);
        Assert.False(ConfigFileEditor.Edit(home.UserFile, static document => document.Set(["a"], new TomlInteger(1))));
        Assert.Equal(before, File.GetLastWriteTimeUtc(home.UserFile));
        Assert.Equal("a = 1", File.ReadAllText(home.UserFile));
    }

    [Fact]
    public void A_lock_has_one_holder_at_a_time()
    {
        using var home = new ConfigHome();
        var path = home["home/lock"];
        using (var held = FileLock.TryAcquire(path))
        {
            Assert.NotNull(held);
            Assert.Null(FileLock.TryAcquire(path));
            Assert.Null(FileLock.Acquire(path, TimeSpan.FromMilliseconds(20)));
        }

        using var again = FileLock.TryAcquire(path);
        Assert.NotNull(again);
    }

    [Fact]
    public void A_failing_change_leaves_the_file_and_the_turn()
    {
        using var home = new ConfigHome("a = 1\n");
        Assert.Throws<InvalidOperationException>(() => ConfigFileEditor.Edit(home.UserFile, static _ => throw new InvalidOperationException()));
        Assert.Equal("a = 1\n", File.ReadAllText(home.UserFile));
        Assert.True(ConfigFileEditor.Edit(home.UserFile, static document => document.Set(["b"], new TomlInteger(2))));
    }
}
