namespace Codex.Execution.Tests.Sandbox;

/// <summary>What people do all day works inside of the workspace sandbox, without any network.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class DeveloperToolTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    // Everything that tools keep about a user lies in the workspace.
    private const string Home = "export HOME=$PWD/home DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_HOME=$PWD/home npm_config_update_notifier=false; mkdir -p home; ";

    [Fact]
    public Task Git_keeps_a_history() => AssertPrintsAsync("git", "2 two", """
        mkdir repository; cd repository
        git init -q -b main; git config user.email a@b.test; git config user.name A
        echo 1 > file; git add file; git commit -qm one
        git checkout -qb other; echo 2 > file; git commit -qam two
        git checkout -q main; git merge -q other; git stash list; git worktree add -q ../tree other
        echo $(git log --oneline | wc -l) $(git log -1 --format=%s)
        """);

    [Fact]
    public Task Npm_installs_a_local_folder() => AssertPrintsAsync("npm", "from the package", """
        mkdir package app
        echo '{"name":"thing","version":"1.0.0","main":"index.js","scripts":{"install":"touch built"}}' > package/package.json
        echo 'module.exports = "from the package"' > package/index.js
        cd app; echo '{"name":"app","version":"1.0.0"}' > package.json
        npm install --offline --no-audit --no-fund ../package > ../npm.log 2>&1 || cat ../npm.log
        ls ../package/built > ../npm.log; node -p 'require("thing")'
        """);

    [Fact]
    public Task A_node_server_answers_its_client() => AssertPrintsAsync("node", "served", """
        cat > server.js <<'JS'
        const http = require('http'), { fork } = require('child_process');
        if (process.argv[2]) http.get({ port: process.argv[2], agent: false }, answer => answer.on('data', data => console.log(String(data))));
        else {
          const server = http.createServer((_, answer) => answer.end('served'));
          server.listen(0, '127.0.0.1', () => fork(__filename, [server.address().port]).on('exit', () => server.close()));
        }
        JS
        node server.js
        """);

    [Fact]
    public Task Dotnet_builds_projects_in_parallel() => AssertPrintsAsync("dotnet", "0 Error(s)\nall", """
        echo '<Project />' > Directory.Build.props; echo '<Project />' > Directory.Build.targets; echo '<Project />' > Directory.Packages.props
        for name in One Two Three; do
          mkdir $name
          echo "public class $name { }" > $name/$name.cs
          echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup></ItemGroup></Project>' > $name/$name.csproj
        done
        echo '<Project><Target Name="Build"><MSBuild Projects="One/One.csproj;Two/Two.csproj;Three/Three.csproj" Targets="Restore;Build" BuildInParallel="true" /></Target></Project>' > all.proj
        dotnet build all.proj -m:3 -nodeReuse:false -p:NuGetAudit=false 2>&1 | tee build.log | grep -o '0 Error(s)' || tail -n 20 build.log
        [ -f One/bin/Debug/net10.0/One.dll ] && [ -f Two/bin/Debug/net10.0/Two.dll ] && [ -f Three/bin/Debug/net10.0/Three.dll ] && echo all
        """);

    [Fact]
    public Task Dotnet_runs_tests() => AssertPrintsAsync("dotnet", "Passed: 1", $"""
        dotnet test {typeof(DeveloperToolTests).Assembly.Location} --filter FullyQualifiedName~A_private_address_is_open_to_a_rule_that_names_it_only > test.log 2>&1
        grep -o 'Passed: *1' test.log | tr -s ' ' || tail -n 20 test.log
        """);

    private async Task AssertPrintsAsync(string tool, string expected, string script)
    {
        Assert.SkipUnless(IsInstalled(tool), $"{tool} is not installed");
        var directory = Directory.CreateDirectory(Path.Combine(sandbox.Workspace, tool + Guid.NewGuid().ToString("N")[..8])).FullName;
        var (exitCode, output) = await sandbox.LaunchAsync(sandbox.Script(SandboxFixture.WithTemporaryDirectory(), $"cd {directory}; {Home}\n{script}"));
        Assert.Equal((0, expected), (exitCode, output.TrimEnd()));
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(directory => File.Exists(Path.Combine(directory, tool)));
}
