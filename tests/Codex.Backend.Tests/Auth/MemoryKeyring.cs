using Codex.Platform.Keyrings;

namespace Codex.Backend.Tests.Auth;

internal sealed class MemoryKeyring : IKeyring
{
    private readonly Dictionary<(string, string), string> _secrets = [];

    public bool IsBroken { get; set; }

    public string? Load(string service, string account) => Working().GetValueOrDefault((service, account));

    public void Save(string service, string account, string secret) => Working()[(service, account)] = secret;

    public bool Delete(string service, string account) => Working().Remove((service, account));

    private Dictionary<(string, string), string> Working() => IsBroken ? throw new KeyringException("broken") : _secrets;
}
