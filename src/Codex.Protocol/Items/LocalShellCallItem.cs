namespace Codex.Protocol.Items;

/// <summary>A call of the hosted <c>local_shell</c> tool. 0.136.0 keeps it in history but never runs it.</summary>
public sealed record LocalShellCallItem(string? CallId, string Status, LocalShellAction Action) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "local_shell_call";

    /// <inheritdoc/>
    public override string? CorrelationId => CallId;
}
