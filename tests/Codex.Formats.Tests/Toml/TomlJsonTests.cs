using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Formats.Toml;

namespace Codex.Formats.Tests.Toml;

public sealed class TomlJsonTests
{
    [Fact]
    public void Json_values_become_toml_values()
    {
        using var json = JsonDocument.Parse("""{"n":null,"b":true,"i":7,"f":1.5,"big":18446744073709551615,"s":"x","a":[1,{"k":"v"}]}""");
        Assert.Equal(
            "{ n = \"\", b = true, i = 7, f = 1.5, big = 18446744073709552000.0, s = \"x\", a = [1, { k = \"v\" }] }",
            TomlText.FormatValue(TomlJson.FromJson(json.RootElement)));
    }

    [Fact]
    public void Toml_values_become_json_values_in_their_order()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            TomlJson.Write(writer, TomlParser.Parse("z=1\na=1.0\nd=1979-05-27T07:32:00Z\nl=[true,nan]\n"));
        Assert.Equal("""{"z":1,"a":1.0,"d":"1979-05-27T07:32:00Z","l":[true,null]}""", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void The_canonical_form_sorts_keys_at_every_level() =>
        Assert.Equal(
            """{"a":{"b":1,"c":2},"z":"é😀"}""",
            Encoding.UTF8.GetString(TomlJson.ToCanonicalBytes(TomlParser.Parse("z='é😀'\n[a]\nc=2\nb=1\n"))));
}
