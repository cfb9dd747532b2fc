namespace Codex.Formats.Json.Shapes;

/// <summary>serde_json's words for what is wrong, where they are used more than once.</summary>
internal static class JsonProblem
{
    public const string EndOfList = "EOF while parsing a list";
    public const string EndOfObject = "EOF while parsing an object";
    public const string EndOfString = "EOF while parsing a string";
    public const string EndOfValue = "EOF while parsing a value";
    public const string ExpectedElement = "expected `,` or `]`";
    public const string ExpectedMember = "expected `,` or `}`";
    public const string ExpectedName = "key must be a string";
    public const string ExpectedValue = "expected value";
    public const string InvalidEscape = "invalid escape";
    public const string InvalidNumber = "invalid number";
    public const string LoneSurrogate = "lone leading surrogate in hex escape";
    public const string TrailingComma = "trailing comma";
}
