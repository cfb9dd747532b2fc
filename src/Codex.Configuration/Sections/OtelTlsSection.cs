using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>tls</c> of an exporter.</summary>
public sealed record OtelTlsSection
{
    /// <summary>Certificate authority.</summary>
    public string? CaCertificate { get; init; }

    /// <summary>Client certificate.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Key of the client certificate.</summary>
    public string? ClientPrivateKey { get; init; }

    internal static OtelTlsSection Read(TableReader table) => new()
    {
        CaCertificate = table.AbsolutePath("ca-certificate"),
        ClientCertificate = table.AbsolutePath("client-certificate"),
        ClientPrivateKey = table.AbsolutePath("client-private-key"),
    };
}
