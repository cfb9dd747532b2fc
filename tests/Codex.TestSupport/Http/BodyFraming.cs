namespace Codex.TestSupport.Http;

/// <summary>How the end of a reply's body is told.</summary>
public enum BodyFraming
{
    /// <summary>Chunked transfer coding, the connection is kept.</summary>
    Chunked,

    /// <summary>A content-length header, the connection is kept.</summary>
    Length,

    /// <summary>The body ends where the connection does.</summary>
    UntilClose,
}
