using Codex.Engine.Citations;
using Codex.Protocol.Memories;

namespace Codex.Engine.Tests.Citations;

public sealed class MemoryCitationParserTests
{
    [Fact]
    public void Passages_and_threads_of_all_citations_are_joined()
    {
        var citation = MemoryCitationParser.Parse(
        [
            "<citation_entries>\n a/b.md:1-3|note=[why]\n\nbad\nx:y:10 - 12 |note=[ in [here] ]\n</citation_entries><rollout_ids>\nr1\n\n r2 \n</rollout_ids>",
            "<thread_ids>\nr1\nt\n</thread_ids>",
        ]);

        Assert.NotNull(citation);
        Assert.Equal([new MemoryCitationEntry("a/b.md", 1, 3, "why"), new MemoryCitationEntry("x:y", 10, 12, "in [here]")], citation.Entries);
        Assert.Equal(["r1", "r2", "t"], citation.RolloutIds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<citation_entries>a.md:1-2|note=[x]")]
    [InlineData("<citation_entries>\na.md:one-2|note=[x]\na.md:1|note=[x]\n1-2|note=[x]\na.md:1-2|note=[x\na.md:1-99999999999|note=[x]\n</citation_entries>")]
    [InlineData("<rollout_ids>\n \n</rollout_ids>")]
    public void What_names_nothing_is_no_citation(string body) => Assert.Null(MemoryCitationParser.Parse([body]));
}
