using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>What every way to keys needs.</summary>
/// <param name="Environment">The surroundings.</param>
/// <param name="Profiles">The shared configuration files.</param>
/// <param name="Profile">The selected profile.</param>
/// <param name="Region">The region of the session.</param>
/// <param name="Http">Asks servers.</param>
/// <param name="Time">The clock.</param>
internal sealed record AwsContext(HostEnvironment Environment, AwsProfiles Profiles, string Profile, string Region, AwsHttp Http, TimeProvider Time)
{
    /// <summary>A variable without the space around it; null when it is missing or empty.</summary>
    public string? Variable(string name) => VariableOf(Environment, name);

    /// <summary>The selected profile; null when no file has it.</summary>
    public AwsProfile? Selected => Profiles.Find(Profile);

    /// <summary>Where a service is: elsewhere than usual when a variable or the profile says so.</summary>
    /// <param name="service">The service as in the name of the variable.</param>
    /// <param name="usual">The usual address.</param>
    public Uri Endpoint(string service, string usual)
    {
        var given = Variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") is "true"
            ? null
            : Variable("AWS_ENDPOINT_URL_" + service) ?? Variable("AWS_ENDPOINT_URL") ?? Selected?.Find("endpoint_url");
        return Uri.TryCreate(given ?? usual, UriKind.Absolute, out var url)
            ? url
            : throw new AwsKeysException($"the address that is set for the service {service} is none");
    }

    /// <summary>A variable of an environment without the space around it; null when it is missing or empty.</summary>
    public static string? VariableOf(HostEnvironment environment, string name) => environment.GetVariable(name)?.Trim() is { Length: > 0 } text ? text : null;
}
