using System.Text;
using Codex.Formats.Json.Shapes;

namespace Codex.Formats.Tests.Json.Shapes;

public sealed class JsonShapeCheckTests
{
    private static readonly JsonShape s_step = JsonShape.StrictRecordOf(
        "PlanItemArg",
        new("step", JsonShape.Text),
        new("status", JsonShape.OneOf("pending", "in_progress", "completed")));

    private static readonly JsonShape s_arguments = JsonShape.RecordOf(
        "ExecCommandArgs",
        new("cmd", JsonShape.Text),
        new("workdir", JsonShape.Text, JsonFieldPresence.Nullable),
        new("tty", JsonShape.Boolean, JsonFieldPresence.Defaulted),
        new("wait", JsonShape.UInt64, JsonFieldPresence.Nullable),
        new("small", JsonShape.Int32, JsonFieldPresence.Nullable),
        new("ratio", JsonShape.Float, JsonFieldPresence.Nullable),
        new("list", JsonShape.ListOf(JsonShape.Text), JsonFieldPresence.Nullable),
        new("map", JsonShape.MapOf(JsonShape.Text), JsonFieldPresence.Nullable),
        new("steps", JsonShape.ListOf(s_step), JsonFieldPresence.Nullable));

    [Theory]
    [InlineData("", "EOF while parsing a value at line 1 column 0")]
    [InlineData("  \n ", "EOF while parsing a value at line 2 column 1")]
    [InlineData("not json", "expected ident at line 1 column 2")]
    [InlineData("nul", "EOF while parsing a value at line 1 column 3")]
    [InlineData("xyz", "expected value at line 1 column 1")]
    [InlineData("{\"a\":1} x", "trailing characters at line 1 column 9")]
    [InlineData("{\"a\":1,}", "trailing comma at line 1 column 8")]
    [InlineData("{\"a\":1", "EOF while parsing an object at line 1 column 6")]
    [InlineData("{\"a\" 1}", "expected `:` at line 1 column 6")]
    [InlineData("{\"a\":1 \"b\"}", "expected `,` or `}` at line 1 column 8")]
    [InlineData("{a:1}", "key must be a string at line 1 column 2")]
    [InlineData("{\n  \"a\": [1 2]\n}", "expected `,` or `]` at line 2 column 11")]
    [InlineData("[1,]", "trailing comma at line 1 column 4")]
    [InlineData("[1", "EOF while parsing a list at line 1 column 2")]
    [InlineData("[", "EOF while parsing a list at line 1 column 1")]
    [InlineData("\"abc", "EOF while parsing a string at line 1 column 4")]
    [InlineData("\"a\nb\"", "control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0")]
    [InlineData("\"\\x\"", "invalid escape at line 1 column 3")]
    [InlineData("\"\\ud800x\"", "unexpected end of hex escape at line 1 column 8")]
    [InlineData("\"\\udc00\"", "lone leading surrogate in hex escape at line 1 column 7")]
    [InlineData("01", "invalid number at line 1 column 2")]
    [InlineData("-", "EOF while parsing a value at line 1 column 1")]
    [InlineData("1.", "EOF while parsing a value at line 1 column 2")]
    [InlineData("1.x", "invalid number at line 1 column 3")]
    [InlineData("1e999", "number out of range at line 1 column 5")]
    public void Malformed_text_is_reported_as_serde_json_reports_it(string json, string error) =>
        Assert.Equal(error, JsonShapeCheck.Verify(Encoding.UTF8.GetBytes(json), JsonShape.Any));

    [Theory]
    [InlineData("{\"command\":\"ls\"}", "missing field `cmd` at line 1 column 16")]
    [InlineData("{}", "missing field `cmd` at line 1 column 2")]
    [InlineData("[]", "invalid type: sequence, expected struct ExecCommandArgs at line 1 column 0")]
    [InlineData("\"ls\\n\"", "invalid type: string \"ls\\n\", expected struct ExecCommandArgs at line 1 column 6")]
    [InlineData("{\"cmd\":5}", "invalid type: integer `5`, expected a string at line 1 column 8")]
    [InlineData("{\"cmd\":-5.0}", "invalid type: floating point `-5.0`, expected a string at line 1 column 11")]
    [InlineData("{\"cmd\":null}", "invalid type: null, expected a string at line 1 column 11")]
    [InlineData("{\"cmd\":[\"ls\"]}", "invalid type: sequence, expected a string at line 1 column 7")]
    [InlineData("{\"cmd\":\"a\",\"cmd\":\"b\"}", "duplicate field `cmd` at line 1 column 16")]
    [InlineData("{\"cmd\":\"a\",\"tty\":\"yes\"}", "invalid type: string \"yes\", expected a boolean at line 1 column 22")]
    [InlineData("{\"cmd\":\"a\",\"tty\":null}", "invalid type: null, expected a boolean at line 1 column 21")]
    [InlineData("{\"cmd\":\"a\",\"wait\":-1}", "invalid value: integer `-1`, expected u64 at line 1 column 20")]
    [InlineData("{\"cmd\":\"a\",\"wait\":1.5}", "invalid type: floating point `1.5`, expected u64 at line 1 column 21")]
    [InlineData("{\"cmd\":\"a\",\"small\":3000000000}", "invalid value: integer `3000000000`, expected i32 at line 1 column 29")]
    [InlineData("{\"cmd\":\"a\",\"list\":[1]}", "invalid type: integer `1`, expected a string at line 1 column 20")]
    [InlineData("{\"cmd\":\"a\",\"map\":{\"x\":true}}", "invalid type: boolean `true`, expected a string at line 1 column 26")]
    [InlineData(
        "{\"cmd\":\"a\",\"steps\":[{\"step\":\"x\",\"status\":\"done\"}]}",
        "unknown variant `done`, expected one of `pending`, `in_progress`, `completed` at line 1 column 47")]
    [InlineData("{\"cmd\":\"a\",\"steps\":[{\"x\":1}]}", "unknown field `x`, expected `step` or `status` at line 1 column 24")]
    public void A_text_of_the_wrong_shape_is_reported_as_serde_json_reports_it(string json, string error) =>
        Assert.Equal(error, JsonShapeCheck.Verify(Encoding.UTF8.GetBytes(json), s_arguments));

    [Theory]
    [InlineData("\"a\tb\"}", "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 16")]
    [InlineData("1.", "invalid number at line 1 column 16")]
    [InlineData("1e", "invalid number at line 1 column 16")]
    [InlineData("-", "invalid number at line 1 column 15")]
    [InlineData("01}", "invalid number at line 1 column 16")]
    [InlineData("[1,]}", "expected value at line 1 column 18")]
    [InlineData("[1 2]}", "expected `,` or `]` at line 1 column 18")]
    [InlineData("{\"a\":1,}}", "key must be a string at line 1 column 22")]
    [InlineData("{\"a\" 1}}", "expected `:` at line 1 column 20")]
    [InlineData("[[{\"a\":[", "EOF while parsing a list at line 1 column 22")]
    [InlineData("\"\\ud800\",\"b\":1e999,\"c\":[[],{},{\"d\":[null,true]}]}", null)]
    public void What_nobody_asks_for_is_passed_over_with_the_errors_that_serde_json_has_for_it(string value, string? error) =>
        Assert.Equal(error, JsonShapeCheck.Verify(Encoding.UTF8.GetBytes($"{{\"cmd\":\"\",\"a\":{value}"), s_arguments));

    [Fact]
    public void What_is_passed_over_may_be_of_any_depth() => Assert.True(JsonShapeCheck.TryParse(
        $"{{\"cmd\":\"a\",\"x\":{new string('[', 10_000)}{new string(']', 10_000)}}}", s_arguments, out _, out _));

    [Fact]
    public void A_field_may_have_another_name()
    {
        var shape = JsonShape.RecordOf("Times", new JsonField("timeout_ms", JsonShape.UInt64) { Alias = "timeout" });
        Assert.Null(JsonShapeCheck.Verify("{\"timeout\":1}"u8, shape));
        Assert.Equal("duplicate field `timeout_ms` at line 1 column 25", JsonShapeCheck.Verify("{\"timeout_ms\":1,\"timeout\":2}"u8, shape));
    }

    [Fact]
    public void A_text_that_fits_is_parsed()
    {
        const string Json = """ {"cmd":"l\u0073","workdir":null,"tty":true,"wait":18446744073709551615,"ratio":1,"list":[],"map":{"a":"b"},"extra":{"x":[1,2]}} """;
        Assert.True(JsonShapeCheck.TryParse(Json, s_arguments, out var value, out _));
        Assert.Equal("ls", value.GetProperty("cmd").GetString());
    }

    [Fact]
    public void Depth_is_limited_as_in_serde_json()
    {
        Assert.Null(JsonShapeCheck.Verify(Encoding.UTF8.GetBytes(new string('[', 127) + new string(']', 127)), JsonShape.Any));
        Assert.Equal(
            "recursion limit exceeded at line 1 column 128",
            JsonShapeCheck.Verify(Encoding.UTF8.GetBytes(new string('[', 100_000)), JsonShape.Any));
        Assert.True(JsonShapeCheck.TryParse(new string('[', 127) + new string(']', 127), JsonShape.Any, out _, out _));
    }
}
