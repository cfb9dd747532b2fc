using Codex.Backend.Bedrock.Keys;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Bedrock.Keys;

/// <summary>A user with configuration files of AWS, and a server that takes the place of all of AWS.</summary>
internal sealed class KeyHome : IAsyncDisposable
{
    public const string RoleKeys = """
        <AssumeRoleResponse><AssumeRoleResult><Credentials>
        <AccessKeyId>ROLE</AccessKeyId><SecretAccessKey>s&amp;s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2030-01-01T01:00:00Z</Expiration>
        </Credentials></AssumeRoleResult></AssumeRoleResponse>
        """;

    private readonly TempDirectory _home = new();
    private readonly AwsHttp _http;

    public KeyHome(string config = "", params (string Name, string Value)[] variables)
    {
        _home.Write(".aws/config", config);
        Environment = new HostEnvironment
        {
            Variables = new Dictionary<string, string>(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value.Replace("{port}", $"{Server.Port}", StringComparison.Ordinal))))
            {
                ["HOME"] = _home.Root,
                ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
                ["AWS_ENDPOINT_URL"] = $"http://127.0.0.1:{Server.Port}",
                ["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = $"http://127.0.0.1:{Server.Port}",
            },
            CurrentDirectory = _home.Root,
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/codex",
        };
        _http = new AwsHttp(Environment, TimeProvider.System);
    }

    public FakeResponsesServer Server { get; } = new();

    public ManualClock Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public HostEnvironment Environment { get; }

    public AwsContext Context => new(Environment, AwsProfiles.Read(Environment), "default", "us-east-1", _http, Clock);

    public string this[string relative] => _home[relative];

    /// <summary>The requests so far: method, target and body, and of the headers those that are named.</summary>
    public IEnumerable<string> Requests(params string[] headers) => Server.AllRequests.Select(request =>
        $"{request.Method} {request.Target}{string.Concat(headers.Select(name => $" {name}={request.Header(name)}"))} {request.Text}".TrimEnd());

    public string Write(string relative, string text) => _home.Write(relative, text);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        _home.Dispose();
    }
}
