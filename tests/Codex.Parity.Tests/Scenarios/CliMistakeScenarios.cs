using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Wrong command lines: message, usage, tips and exit code are those of 0.136.0, byte by byte.</summary>
public sealed class CliMistakeScenarios
{
    [Theory]
    [InlineData("""
        --lst
        --jsn
        --jsn exec
        --json=3 exec
        --lst resume
        --pretty execpolicy check
        -x
        -mx -mx
        -s foo
        -s foo --bogus
        -s foo exec --bogus
        -s foo -a nevr
        -s
        -a nevr
        -a
        -m
        --model
        --model --oss
        --model --bogus
        --model --help
        --model -- x
        -p a/b
        --yolo -a never
        -a never --yolo
        --search --search
        --config
        -c
        -c a -c b --confg x
        --enabl x
        --enable
        --remote
        -i a b -m
        -i a,b --
        -m x exec --bogus
        -m x -m y exec
        -m x exec resume a b c
        --=x
        ---
        -é
        --help=1
        --cd= mcp list
        --add-dir= mcp list
        -i= x
        exec --output-schema= x
        execpolicy check --rules= ls
        foo bar
        foo mpc
        foo exec --bogus
        -- foo exec
        -- foo help
        -- exec x
        -- foo bar
        help foo
        help mcp foo
        help mcp list foo
        help -h
        """)]
    [InlineData("""
        exec --jsn
        exec --jsn foo
        exec --json=3
        exec --oss=1
        exec --oss --oss
        exec --json --json
        exec --color
        exec --color a --color b
        exec --color always --color never
        exec --full-auto --yolo
        exec --yolo --full-auto
        exec resume --yolo --full-auto
        exec --image
        exec -i
        exec x y
        exec x resme
        exec help nope
        exec -jm
        exec --add-dirr x
        exec --cdd x
        exec ---x
        exec --modél x
        exec --version=1
        exec resume a b c
        exec resume --all --lst
        exec resume --last --last
        exec resume --color never
        exec resume --image
        exec resume -V
        exec resume --version
        exec review --uncommitted --base x
        exec review --title x
        exec review hi --commit x --title y
        review --tilte x
        review --title x
        review --title x --bse y
        review --base a --commit b
        review --base a prompt
        review --base a --tilte b
        review --commit a --base b --title c
        review --uncommitted --base a --commit b
        review hi --uncommitted
        review hi --base x --commit y
        """)]
    [InlineData("""
        mcp add n
        mcp add
        mcp add --url u
        mcp add n --env foo -- x
        mcp add n --env =v -- x
        mcp add n --env A=b --env
        mcp add n --url u -- c
        mcp add n --url x -- c d
        mcp add n --url x --bearer-token-env-var v -- c d
        mcp add n --bearer-token-env-var E
        mcp add n --bearer-token-env-var E -- c
        mcp add n --bogus
        mcp add n --ulr x
        mcp -c a=b
        mcp lst
        mcp foo
        mcp list x
        mcp remove
        mcp login
        mcp get
        mcp help -h
        mcp help foo
        plugin marketplace adf
        plugin foo
        plugin add
        plugin remove --market x
        plugin marketplace add
        plugin marketplace remove
        features enable
        features enabel x
        features list x
        debug modles
        debug foo
        debug recrd
        debug app-server x
        completion fsh
        completion xyz
        completion bash zsh
        completion fsh --bogus
        login foo
        login -V
        login status x
        login --experimental-issuer x
        login --experimental_issuer
        login --api-key x y
        logout --foo
        doctor --sumary
        doctor --json --json
        doctor --jsn --all
        doctor --all --jsn
        update x
        """)]
    [InlineData("""
        app-server --listen foo
        app-server --listen ws://foo:1
        app-server --listen ws://1.2.3.4
        app-server --ws-auth foo
        app-server --ws-max-clock-skew-seconds x
        app-server --ws-max-clock-skew-seconds -1
        app-server --ws-max-clock-skew-seconds=-1
        app-server --ws-max-clock-skew-seconds=
        app-server --ws-max-clock-skew-seconds=99999999999999999999999
        app-server --stdio --listen off
        app-server genrate-ts
        app-server generate-ts
        app-server generate-ts --oot x
        app-server generate-json-schema
        app-server daemon foo
        app-server daemon strt
        remote-control foo
        remote-control start x
        remote-control strt
        mcp-server x
        exec-server --remote x
        exec-server --remote x --environment-id y --listen z
        exec-server --listen a --remote b
        exec-server --use-agent-identity-auth
        exec-server --use-agent-identity-auth --listen x --remote y
        exec-server --listen a --nme
        responses-api-proxy --port x
        responses-api-proxy --port 70000
        responses-api-proxy --port=-1
        responses-api-proxy --port=
        responses-api-proxy --prt 1
        stdio-to-uds
        stdio-to-uds a b
        cloud foo
        cloud exec
        cloud exec --env e --attempts 5
        cloud exec --env e --attempts x
        cloud exec --env a --brnch x
        cloud exec --brnch x
        cloud status
        cloud apply
        cloud apply t --attempt 0
        cloud apply t --attempt x
        cloud diff t --attempt 5
        cloud list --limit 0
        cloud list --limit 21
        cloud list --limit x
        cloud list --limit=-1
        """)]
    [InlineData("""
        sandbox -C /tmp ls
        sandbox --include-managed-config -C x ls
        sandbox --bogus ls
        sandbox --cdd ls
        sandbox --cdd=3 ls
        sandbox -p a/b ls
        execpolicy check
        execpolicy check ls
        execpolicy check -r f
        execpolicy check --prety
        execpolicy chek
        apply
        apply --foo
        apply t --foo
        apply t u
        a
        a --foo
        archive
        archive a b
        archive --lst a
        unarchive
        fork --last abc
        fork abc --last
        fork abc --last --all
        fork --all --lst
        resume a b c
        resume --include x
        """)]
    public Task A_wrong_command_line_is_answered_alike(string lines) => AgreeAsync(lines);

    [Theory]
    [InlineData("""
        --strict-config mcp list
        --strict-config remote-control start
        --strict-config remote-control
        --strict-config login status
        --strict-config app-server proxy
        --strict-config execpolicy check -r x ls
        app-server --strict-config proxy
        --remote x exec
        --remote x exec resume
        --remote x remote-control stop
        --remote x login status
        --remote x features list
        --remote x debug app-server send-message-v2 hi
        --remote x debug prompt-input
        --remote x app-server daemon stop
        --remote x plugin marketplace list
        --remote-auth-token-env x cloud list
        -p x features list
        -p x debug models
        -p x debug app-server send-message-v2 x
        -p x app-server
        -p x login
        -p x doctor
        --enable foo completion
        completion --disable foo
        --enable foo --strict-config mcp list
        """)]
    public Task Root_options_that_a_command_does_not_understand_are_refused_alike(string lines) => AgreeAsync(lines);

    [Theory]
    [InlineData("""
        --version
        -V
        -Vh
        exec -V
        exec -Vx
        exec --version
        resume -V
        fork --version
        cloud -V
        help help
        mcp help help
        exec help help
        """)]
    public Task Versions_and_the_help_of_help_are_the_same(string lines) => AgreeAsync(lines);

    private static async Task AgreeAsync(string lines)
    {
        string[] all = [.. lines.Split('\n').Where(static line => line.Length > 0)];
        var differences = new string?[all.Length];
        await Parallel.ForAsync(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (index, _) =>
        {
            var pair = await CommandPair.RunAsync(all[index].Split(' '));
            var (real, ours) = (Text(pair.Real), Text(pair.Ours));
            differences[index] = real == ours ? null : $"codex {all[index]}\n--- 0.136.0\n{real}\n--- ours\n{ours}";
        });

        Assert.All(differences, Assert.Null);
    }

    private static string Text(TestSupport.Running.CodexResult result) => $"{result.ExitCode}\n{result.Output}{result.Error}";
}
