using System.Diagnostics;
using Codex.Storage.Migrations;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Storage.Tests.Migrations;

public sealed class PersonalityMigrationTests
{
    private const string Name = "rollout-2026-01-02T03-04-05-01a1ff60-62ad-7dd1-9649-2a9b02384d17.jsonl";
    private const string Meta = """
        {"timestamp":"2026-01-02T03:04:05.000Z","type":"session_meta","payload":{"id":"01a1ff60-62ad-7dd1-9649-2a9b02384d17","timestamp":"2026-01-02T03:04:05.000Z","cwd":"/","originator":"codex_cli_rs","cli_version":"0.100.0","source":"cli","model_provider":"openai"}}

        """;
    private const string Said = """
        {"timestamp":"2026-01-02T03:04:06.000Z","type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"hi"}]}}
        {"timestamp":"2026-01-02T03:04:06.000Z","type":"event_msg","payload":{"type":"user_message","message":"hi","images":[],"local_images":[],"text_elements":[]}}

        """;

    [Theory]
    [InlineData("model = \"m\" # c\n", null, null, null)]
    [InlineData("model = \"m\" # c\n[features]\ngoals = true\n", null, "sessions/2026/01/02/" + Name, Meta + Said)]
    [InlineData("personality = \"friendly\"\n", "friendly", "sessions/2026/01/02/" + Name, Meta + Said)]
    [InlineData("", null, "archived_sessions/" + Name, Meta + Said)]
    [InlineData("", null, "sessions/2026/01/02/" + Name, Meta)]
    public async Task Homes_are_left_as_by_the_app_server_of_the_original(string config, string? chosen, string? file, string? rollout)
    {
        var original = await Oracle.RequireAsync(Assert.Skip);
        using var directory = new TempDirectory();
        var (real, ours) = (Prepare(directory, "real", config, file, rollout), Prepare(directory, "ours", config, file, rollout));

        await RunAppServerAsync(original, real);
        var changed = new PersonalityMigration(ours).Run(chosen);

        Assert.Equal(Describe(real), Describe(ours));
        Assert.Equal(Describe(ours).Contains("pragmatic", StringComparison.Ordinal), changed);
    }

    [Fact]
    public void It_happens_once()
    {
        using var directory = new TempDirectory();
        var home = Prepare(directory, "home", "", "sessions/2026/01/02/" + Name, Meta + Said);
        Assert.True(new PersonalityMigration(home).Run(null));
        File.WriteAllText(Path.Combine(home, "config.toml"), "");

        Assert.False(new PersonalityMigration(home).Run(null));
        Assert.Equal("", File.ReadAllText(Path.Combine(home, "config.toml")));
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_is_left_alone_and_asked_about_again()
    {
        using var directory = new TempDirectory();
        var home = Prepare(directory, "home", "model = \n", "sessions/2026/01/02/" + Name, Meta + Said);
        Assert.Throws<Configuration.ConfigException>(() => new PersonalityMigration(home).Run(null));
        Assert.Equal("model = \n", Describe(home));
    }

    private static string Prepare(TempDirectory directory, string name, string config, string? file, string? rollout)
    {
        var home = directory.Create(name);
        directory.Write($"{name}/config.toml", config);
        if (file is not null)
            directory.Write($"{name}/{file}", rollout!);
        return home;
    }

    private static string Describe(string home) =>
        File.ReadAllText(Path.Combine(home, "config.toml")) + string.Concat(Directory.GetFiles(home, ".personality*").Select(File.ReadAllText));

    // With nobody to talk to it ends after its start.
    private static async Task RunAppServerAsync(string executable, string home)
    {
        var start = new ProcessStartInfo(executable, "app-server") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["CODEX_HOME"] = home;
        start.Environment["HOME"] = home;
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["RUST_LOG"] = "off";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
