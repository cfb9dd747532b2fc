namespace Codex.Protocol.Items;

/// <summary>Opaque content that only the server can read (<c>encrypted_content</c>); occurs in tool outputs.</summary>
public sealed record EncryptedContentPart(string EncryptedContent) : ContentPart;
