namespace Codex.Backend.Bedrock.Keys;

/// <summary>
/// Keys of the selected profile: its own, or those of roles that it takes on, one by one, beginning with the profile or the source
/// that has keys (aws-config 1.8, <c>profile/credentials/repr.rs</c>).
/// </summary>
internal sealed class ProfileKeys(AwsContext context) : IAwsKeySource
{
    /// <inheritdoc/>
    public async ValueTask<AwsCredentials?> FindAsync(CancellationToken cancellationToken)
    {
        if (context.Selected is not { } profile)
            return null;
        var roles = new Stack<AwsRole>();
        var root = Descend(profile, roles);
        var keys = await RootKeysAsync(root, isOwn: roles.Count == 0, cancellationToken).ConfigureAwait(false);
        while (keys is not null && roles.TryPop(out var role))
            keys = await new SecurityTokenService(context).AssumeAsync(role, keys, cancellationToken).ConfigureAwait(false);
        return keys;
    }

    /// <summary>Goes from profile to profile up to the one that has keys, or names where they are; the roles on the way are noted.</summary>
    private AwsProfile Descend(AwsProfile profile, Stack<AwsRole> roles)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (TakesOnRole(profile, roles.Count > 0))
        {
            roles.Push(new AwsRole(profile.Require("role_arn"), SessionName(profile), profile.Find("external_id")));
            if (NextOf(profile) is not { } next || next == profile.Name)
                return profile;
            if (!visited.Add(profile.Name))
                throw new AwsKeysException($"the profile `{profile.Name}` is its own source");
            profile = context.Profiles.Find(next) ?? throw new AwsKeysException($"there is no profile `{next}`, which the profile `{profile.Name}` names");
        }

        return profile;
    }

    // A token of a web identity leads to a role by itself. A source with keys of its own uses them.
    private static bool TakesOnRole(AwsProfile profile, bool isSource) =>
        profile.Find("role_arn") is not null && profile.Find("web_identity_token_file") is null && !(isSource && profile.Keys is not null);

    private static string? NextOf(AwsProfile profile) => (profile.Find("source_profile"), profile.Find("credential_source")) switch
    {
        ({ } next, null) => next,
        (null, not null) => null,
        (null, null) => throw new AwsKeysException($"the profile `{profile.Name}` has a `role_arn` and neither `source_profile` nor `credential_source`"),
        _ => throw new AwsKeysException($"the profile `{profile.Name}` has both `source_profile` and `credential_source`"),
    };

    private string SessionName(AwsProfile profile) => profile.Find("role_session_name") ?? WebIdentityKeys.SessionName(context, "assume-role-from-profile");

    private async Task<AwsCredentials?> RootKeysAsync(AwsProfile profile, bool isOwn, CancellationToken cancellationToken)
    {
        if (profile.Find("credential_source") is { } source)
            return await NamedSource(source).FindAsync(cancellationToken).ConfigureAwait(false) ?? throw new AwsKeysException($"the credential_source `{source}` has no keys");
        if (profile.Find("web_identity_token_file") is { } file && profile.Find("role_arn") is { } arn)
            return await WebIdentityAsync(profile, arn, file, cancellationToken).ConfigureAwait(false);
        if (SsoKeys.AreIn(profile))
            return await new SsoKeys(context, profile).FindAsync(cancellationToken).ConfigureAwait(false);
        if (profile.Find("credential_process") is { } command)
            return await new ProcessKeys(context, profile, command).FindAsync(cancellationToken).ConfigureAwait(false);
        return profile.Keys ?? (isOwn ? null : throw new AwsKeysException($"the profile `{profile.Name}` has no keys"));
    }

    private Task<AwsCredentials> WebIdentityAsync(AwsProfile profile, string arn, string file, CancellationToken cancellationToken)
    {
        var name = profile.Find("role_session_name") ?? WebIdentityKeys.SessionName(context, "web-identity-token-profile");
        return new SecurityTokenService(context).AssumeAsync(new AwsRole(arn, name), file, cancellationToken);
    }

    private IAwsKeySource NamedSource(string name) => name switch
    {
        "Environment" => new EnvironmentKeys(context),
        "EcsContainer" => new ContainerKeys(context),
        "Ec2InstanceMetadata" => new InstanceKeys(context),
        _ => throw new AwsKeysException($"the credential_source `{name}` is not known"),
    };
}
