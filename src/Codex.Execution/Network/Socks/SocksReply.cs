namespace Codex.Execution.Network.Socks;

/// <summary>The reply codes of RFC 1928 that are used.</summary>
internal enum SocksReply : byte
{
    /// <summary>The tunnel is there.</summary>
    Succeeded = 0,

    /// <summary>The rules do not let it through.</summary>
    NotAllowed = 2,

    /// <summary>There is no way to the host.</summary>
    HostUnreachable = 4,

    /// <summary>It is not offered.</summary>
    CommandNotSupported = 7,

    /// <summary>The host is written in no known way.</summary>
    AddressNotSupported = 8,
}
