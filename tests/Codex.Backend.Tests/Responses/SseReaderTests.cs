using System.Text;
using Codex.Backend.Responses;

namespace Codex.Backend.Tests.Responses;

public sealed class SseReaderTests
{
    public static TheoryData<string> LineEnds => ["\n", "\r", "\r\n"];

    [Theory]
    [MemberData(nameof(LineEnds))]
    public async Task Every_line_ending_separates_events(string end)
    {
        var text = "event: a\ndata: one\n\n: comment\nid: 7\nretry: 5\ndata:two\ndata: 2\n\ndata\n\ndata:  three\n\n".Replace("\n", end, StringComparison.Ordinal);

        Assert.Equal(["one", "two\n2", " three"], await ReadAsync(text));
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public async Task Cuts_at_every_byte_change_nothing(string end)
    {
        var text = "\uFEFFdata: ä€😀\ndata: \ndata: x\n\n\n\ndata: y\n\n".Replace("\n", end, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);

        for (var size = 1; size <= bytes.Length; size++)
            Assert.Equal(["ä€😀\n\nx", "y"], await ReadAsync(new PiecesStream(bytes, size)));
    }

    [Fact]
    public async Task An_event_without_its_empty_line_is_dropped_at_the_end() =>
        Assert.Equal(["a"], await ReadAsync("data: a\n\ndata: b\n"));

    [Fact]
    public async Task Fields_that_only_begin_like_data_are_no_data() =>
        Assert.Empty(await ReadAsync("database: x\ndat: y\n data: z\n\n"));

    [Fact]
    public async Task A_long_line_is_read_whole()
    {
        var payload = new string('x', 3_000_000);

        Assert.Equal([payload, "after"], await ReadAsync($"data: {payload}\n\ndata: after\n\n"));
    }

    [Fact]
    public async Task Long_events_of_many_lines_are_joined_in_place()
    {
        var lines = Enumerable.Range(0, 50_000).Select(number => $"line {number}").ToArray();
        var text = string.Concat(lines.Select(line => $"data: {line}\r\n")) + "\r\n";

        Assert.Equal([string.Join('\n', lines)], await ReadAsync(new PiecesStream(Encoding.UTF8.GetBytes(text), 7001)));
    }

    [Fact]
    public async Task An_event_beyond_the_limit_ends_the_stream()
    {
        using var reader = new SseReader(new MemoryStream(Encoding.UTF8.GetBytes("data: " + new string('x', 500_000))), 100_000);

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            while (reader.TryRead() || await reader.FillAsync(CancellationToken.None))
            {
            }
        });
    }

    private static Task<List<string>> ReadAsync(string text) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static async Task<List<string>> ReadAsync(Stream stream)
    {
        using var reader = new SseReader(stream, SseReader.DefaultMaximumEventBytes);
        var events = new List<string>();
        while (true)
        {
            if (reader.TryRead())
                events.Add(Encoding.UTF8.GetString(reader.Data.Span));
            else if (!await reader.FillAsync(CancellationToken.None))
                return events;
        }
    }
}
