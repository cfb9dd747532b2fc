namespace Codex.Backend.Bedrock.Keys;

/// <summary>A section of the shared configuration files.</summary>
/// <param name="name">Its name.</param>
internal sealed class AwsProfile(string name)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>The profile's own keys, if any.</summary>
    public AwsCredentials? Keys => AwsCredentials.Create(Find("aws_access_key_id"), Find("aws_secret_access_key"), Find("aws_session_token"));

    /// <summary>A value, or null.</summary>
    public string? Find(string key) => _values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>A value that has to be there.</summary>
    /// <exception cref="AwsKeysException">It is not.</exception>
    public string Require(string key) => Find(key) ?? throw new AwsKeysException($"the profile `{name}` has no `{key}`");

    /// <summary>Takes a value over; a later one wins.</summary>
    public void Set(string key, string value) => _values[key] = value;
}
