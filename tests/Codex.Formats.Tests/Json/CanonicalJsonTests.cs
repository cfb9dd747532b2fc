using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Formats.Tests.Json;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Members_are_sorted_at_every_depth_and_numbers_keep_their_text()
    {
        using var document = JsonDocument.Parse("""{"b":[{"z":1.0,"y":2e5}],"a":{"d":1,"c":2,"d":3},"🦀":0,"\uffee":0,"aa":null}""");
        Assert.Equal(
            """{"a":{"c":2,"d":3},"aa":null,"b":[{"y":2e5,"z":1.0}],"￮":0,"🦀":0}""",
            CompactJsonEncoderTests.Write(writer => CanonicalJson.Write(writer, document.RootElement)));
    }
}
