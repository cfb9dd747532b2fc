namespace Codex.Protocol.Items;

/// <summary>An item of a type that this version does not know; dropped from history.</summary>
public sealed record OtherItem(string WireType) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => WireType;
}
