namespace Codex.Configuration.Sections;

/// <summary>Which requests the network proxy passes.</summary>
public enum ProxyMode
{
    /// <summary>Reading methods only.</summary>
    Limited,

    /// <summary>All methods.</summary>
    Full,
}
