namespace Codex.Execution.Network.Http;

/// <summary>A line of a head.</summary>
internal readonly record struct HttpHeader(string Name, string Value)
{
    internal bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
