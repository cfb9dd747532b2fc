using System.Text;
using Codex.Formats.Text.Streams;

namespace Codex.Formats.Tests.Text.Streams;

public sealed class StreamParserTests
{
    private const string Cited = "Hello <oai-mem-citation>doc <A></oai-mem-citation> world <oai <oai-mem-citation></oai-mem-citation>!";

    public static TheoryData<int> ChunkSizes => [1, 2, 3, 7, 19, 1000];

    [Theory]
    [MemberData(nameof(ChunkSizes))]
    public void Citations_are_hidden_however_the_text_is_cut(int size)
    {
        var parser = new AssistantTextParser(AssistantTextMode.Normal);
        var visible = string.Concat(Chunks(Cited, size).Select(chunk => parser.Push(chunk).Visible)) + parser.Finish().Visible;
        Assert.Equal("Hello  world <oai !", visible);
        Assert.Equal(["doc <A>", ""], parser.Citations);
    }

    [Fact]
    public void A_citation_still_open_at_the_end_is_closed_there()
    {
        var parser = new AssistantTextParser(AssistantTextMode.Normal);
        Assert.Equal("a", parser.Push("a<oai-mem-citation>b</oai-mem").Visible);
        Assert.Empty(parser.Citations);
        Assert.Equal("", parser.Finish().Visible);
        Assert.Equal(["b</oai-mem"], parser.Citations);
    }

    [Fact]
    public void A_partial_tag_at_the_end_is_text()
    {
        var parser = new HiddenTagParser("<oai-mem-citation>", "</oai-mem-citation>");
        Assert.Equal("a", parser.Push("a<oai-mem"));
        Assert.Equal("<oai-mem", parser.Finish());
    }

    [Fact]
    public void Plain_deltas_pass_without_a_copy()
    {
        var delta = "no markup here";
        Assert.Same(delta, new HiddenTagParser("<a>", "</a>").Push(delta));
    }

    [Theory]
    [MemberData(nameof(ChunkSizes))]
    public void Plans_are_told_apart_however_the_text_is_cut(int size)
    {
        const string Answer = "Intro\n \t<proposed_plan>  \n1. a <b>\n<proposed_plan>\n</proposed>\n</proposed_plan>\nAfter\n</proposed_plan>\n<proposed_plan> no";
        var parser = new AssistantTextParser(AssistantTextMode.Plan);
        List<AssistantTextChunk> chunks = [.. Chunks(Answer, size).Select(parser.Push), parser.Finish()];
        Assert.Equal("Intro\nAfter\n</proposed_plan>\n<proposed_plan> no", string.Concat(chunks.Select(chunk => chunk.Visible)));
        Assert.Equal(
            "T:Intro\n|S|P:1. a <b>\n<proposed_plan>\n</proposed>\n|E|T:After\n</proposed_plan>\n<proposed_plan> no",
            Describe(chunks.SelectMany(chunk => chunk.PlanSegments)));
    }

    [Fact]
    public void A_line_is_held_back_only_while_it_can_become_a_tag()
    {
        var parser = new ProposedPlanParser();
        Assert.Empty(parser.Push("  <prop"));
        Assert.Equal("T:  <propX", Describe(parser.Push("X")));
        Assert.Equal("T: more\n", Describe(parser.Push(" more\n")));
        Assert.Empty(parser.Push("<proposed_plan> "));
        Assert.Equal("S|E", Describe(parser.Finish()));
    }

    [Fact]
    public void The_last_plan_of_an_answer_is_extracted()
    {
        Assert.Equal("two\n", ProposedPlanParser.Extract("<proposed_plan>\none\n</proposed_plan>\nx\n<proposed_plan>\ntwo\n</proposed_plan>"));
        Assert.Null(ProposedPlanParser.Extract("text <proposed_plan> text"));
    }

    [Theory]
    [MemberData(nameof(ChunkSizes))]
    public void Characters_split_between_pieces_are_decoded_whole(int size)
    {
        byte[] bytes = [.. "é🦀"u8, 0xff, .. "ok"u8, 0xe2, 0x82];
        var decoder = new Utf8StreamDecoder();
        var text = new StringBuilder();
        foreach (var piece in bytes.Chunk(size))
            text.Append(decoder.Push(piece));
        Assert.Equal("é🦀\ufffdok\ufffd", text.Append(decoder.Finish()).ToString());
        Assert.Equal("", decoder.Finish());
    }

    private static IEnumerable<string> Chunks(string text, int size) => text.Chunk(size).Select(chunk => new string(chunk));

    private static string Describe(IEnumerable<PlanSegment> segments)
    {
        var result = new StringBuilder();
        PlanSegmentKind? last = null;
        foreach (var segment in segments)
        {
            if (segment.Kind == last)
                result.Append(segment.Text);
            else
                result.Append(result.Length == 0 ? "" : "|").Append(Label(segment));
            last = segment.Kind;
        }

        return result.ToString();
    }

    private static string Label(PlanSegment segment) => segment.Kind switch
    {
        PlanSegmentKind.Text => "T:" + segment.Text,
        PlanSegmentKind.PlanText => "P:" + segment.Text,
        PlanSegmentKind.PlanStart => "S",
        _ => "E",
    };
}
