namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>The words behind <c>@</c>.</summary>
internal static class ContractMarks
{
    public const string Experimental = "experimental";
    public const string Unlisted = "unlisted";
    public const string Hidden = "hidden";
    public const string Closed = "closed";
    public const string Open = "open";
    public const string Inline = "inline";
    public const string SchemaName = "schema-name";
}
