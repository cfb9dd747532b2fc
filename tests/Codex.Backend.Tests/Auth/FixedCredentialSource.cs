using Codex.Backend.Auth;
using Codex.Backend.Auth.Sources;

namespace Codex.Backend.Tests.Auth;

/// <summary>A login that nothing is done about; it counts how often something was to be done.</summary>
internal sealed class FixedCredentialSource(StoredLogin? login) : ICredentialSource
{
    public int Recoveries { get; private set; }

    public ValueTask<StoredLogin?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(login);

    public ICredentialRecovery CreateRecovery()
    {
        Recoveries++;
        return NoRecovery.Instance;
    }
}
