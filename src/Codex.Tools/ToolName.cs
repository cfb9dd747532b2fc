namespace Codex.Tools;

/// <summary>A tool's name, within a namespace or plain.</summary>
public sealed record ToolName(string Name, string? Namespace = null)
{
    /// <summary>Namespace and name without a separator, as error texts show it.</summary>
    public override string ToString() => Namespace + Name;
}
