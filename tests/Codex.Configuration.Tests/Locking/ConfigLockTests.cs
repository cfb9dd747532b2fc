using Codex.Configuration.Locking;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Tests.Locking;

public sealed class ConfigLockTests
{
    private static readonly ConfigLockSession s_session = new()
    {
        Model = "m",
        BaseInstructions = "I",
        ApprovalPolicy = AskForApproval.Never,
        ApprovalsReviewer = ApprovalsReviewer.User,
    };

    [Fact]
    public void Nothing_is_asked_of_sessions_without_the_section()
    {
        using var home = new ConfigHome("model = 'm'\n[debug.config_lockfile]\nallow_codex_version_mismatch = true\n");
        Assert.Null(home.Load().Lock);
    }

    [Fact]
    public void A_session_that_replays_its_own_file_is_the_same()
    {
        using var home = Exported(out var file);

        var replayed = home.Load($"debug.config_lockfile.load_path='{file}'");

        replayed.Lock!.Check(s_session);
        Assert.Equal(("m", 7L), (replayed.Effective.Model, replayed.Effective.ModelContextWindow));
        Assert.Equal([file], replayed.Stack.Layers.Select(layer => layer.File));
    }

    [Fact]
    public void A_session_that_replays_writes_no_file()
    {
        using var home = Exported(out var file);
        home.Load($"debug.config_lockfile.load_path='{file}'").Lock!.Export(s_session, "other");
        Assert.Single(Directory.GetFiles(home["locks"]));
    }

    [Fact]
    public void Another_model_is_shown_as_a_difference()
    {
        using var home = Exported(out var file);
        var replayed = home.Load($"debug.config_lockfile.load_path='{file}'");

        var failure = Assert.Throws<ConfigLockException>(() => replayed.Lock!.Check(s_session with { Model = "n" }));

        Assert.Equal(
            "config lock replay validation failed: replayed effective config does not match config lock: --- expected\n+++ actual\n"
                + "@@ -3,5 +3,5 @@\n \n [config]\n-model = \"m\"\n+model = \"n\"\n model_provider = \"openai\"\n model_context_window = 7\n",
            failure.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_of_another_version_has_to_be_allowed(bool isAllowed)
    {
        using var home = Exported(out var file);
        File.WriteAllText(file, File.ReadAllText(file).Replace("0.136.0", "0.135.0", StringComparison.Ordinal));
        var replayed = home.Load(
            $"debug.config_lockfile.load_path='{file}'", $"debug.config_lockfile.allow_codex_version_mismatch={(isAllowed ? "true" : "false")}");

        var failure = Record.Exception(() => replayed.Lock!.Check(s_session));

        Assert.Equal(!isAllowed, failure is ConfigLockException);
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_named()
    {
        using var home = new ConfigHome("[debug.config_lockfile]\nexport_dir = 'config.toml'\n");
        var failure = Assert.Throws<ConfigLockException>(() => home.Load().Lock!.Export(s_session, "t"));
        Assert.Equal($"failed to create config lock export directory {home.UserFile}: File exists (os error 17)", failure.Message);
    }

    [Fact]
    public void A_file_that_is_none_is_named()
    {
        using var home = new ConfigHome($"[debug.config_lockfile]\nload_path = 'nothing'\n");
        Assert.Equal(
            $"Error: failed to read config lock file {home["home/nothing"]}: No such file or directory (os error 2)", home.ErrorOf());
    }

    private static ConfigHome Exported(out string file)
    {
        var home = new ConfigHome("model_context_window = 7\nbogus = 1\n[debug.config_lockfile]\nexport_dir = '../locks'\n");
        home.Load().Lock!.Export(s_session, "id");
        file = home["locks/id.config.lock.toml"];
        return home;
    }
}
