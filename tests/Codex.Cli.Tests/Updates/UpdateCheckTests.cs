using System.Globalization;
using Codex.Cli.Updates;
using Codex.TestSupport.Files;
using Codex.TestSupport.Time;

namespace Codex.Cli.Tests.Updates;

public sealed class UpdateCheckTests : IDisposable
{
    private readonly TempDirectory _home = new();
    private readonly ManualClock _clock = new();
    private int _questions;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_is_asked_now_is_told_at_the_next_start()
    {
        await using var first = Start("0.999.0");
        await first.Question;
        Assert.Null(first.NewerVersion);
        Assert.Equal("0.999.0", UpdateCheck.Known(_home.Root));

        await using var second = Start("1.0.0");
        Assert.Equal("0.999.0", second.NewerVersion);
        Assert.Equal(1, _questions);
    }

    [Theory]
    [InlineData(19.9, 0)]
    [InlineData(20.1, 1)]
    public async Task A_question_is_asked_again_after_twenty_hours(double hours, int questions)
    {
        Write("0.999.0", _clock.GetUtcNow().AddHours(-hours), null);

        await using var check = Start("1.0.0");
        await check.Question;

        Assert.Equal(questions, _questions);
        Assert.Equal(questions == 0 ? "0.999.0" : "1.0.0", VersionFile.Read(_home.Root)!.LatestVersion);
    }

    [Theory]
    [InlineData("0.136.0", null)]
    [InlineData("0.135.9", null)]
    [InlineData("0.137.0-alpha.1", null)]
    [InlineData("0.137", null)]
    [InlineData("nonsense", null)]
    [InlineData("0.136.1", "0.136.1")]
    [InlineData("1.0.0", "1.0.0")]
    public async Task Only_newer_releases_are_told(string known, string? told)
    {
        Write(known, _clock.GetUtcNow(), null);

        await using var check = Start("2.0.0");

        Assert.Equal(told, check.NewerVersion);
    }

    [Fact]
    public async Task A_version_that_was_dismissed_stays_dismissed_when_asked_again()
    {
        Write("0.999.0", _clock.GetUtcNow().AddDays(-1), "0.999.0");

        await using var check = Start("0.999.0");
        await check.Question;
        Assert.Null(check.NewerVersion);

        Assert.Equal(new VersionFile("0.999.0", _clock.GetUtcNow(), "0.999.0"), VersionFile.Read(_home.Root));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"latest_version\":1,\"last_checked_at\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"latest_version\":\"9.0.0\"}")]
    public async Task A_file_that_cannot_be_understood_is_written_anew(string text)
    {
        _home.Write("version.json", text);

        await using var check = Start("0.999.0");
        await check.Question;
        Assert.Null(check.NewerVersion);

        Assert.Equal(
            "{\"latest_version\":\"0.999.0\",\"last_checked_at\":\"2026-01-02T03:04:05Z\",\"dismissed_version\":null}\n",
            File.ReadAllText(_home["version.json"]));
    }

    [Fact]
    public async Task Without_an_answer_nothing_is_written()
    {
        await using var check = Start(null);
        await check.Question;

        Assert.Null(VersionFile.Read(_home.Root));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_holds_nobody_up()
    {
        var stopped = new TaskCompletionSource();
        var check = UpdateCheck.Start(
            _home.Root,
            async stop =>
            {
                using var registration = stop.Register(stopped.SetResult);
                await stopped.Task;
                stop.ThrowIfCancellationRequested();
                return "0.999.0";
            },
            _clock);

        await check.DisposeAsync();

        Assert.True(stopped.Task.IsCompleted);
        Assert.Null(VersionFile.Read(_home.Root));
    }

    private UpdateCheck Start(string? answer) => UpdateCheck.Start(
        _home.Root,
        _ =>
        {
            _questions++;
            return Task.FromResult(answer);
        },
        _clock);

    private void Write(string latest, DateTimeOffset at, string? dismissed) => _home.Write(
        "version.json",
        $$"""{"latest_version":"{{latest}}","last_checked_at":"{{at.ToString("O", CultureInfo.InvariantCulture)}}","dismissed_version":{{(dismissed is null ? "null" : $"\"{dismissed}\"")}}}""");
}
