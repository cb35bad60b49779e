using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Benchmarks;

/// <summary>A project with declarations for one generator, a file each, and 200 files that have nothing to do with them.</summary>
internal sealed class GeneratorProject
{
    private const int UnrelatedFiles = 200;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    // Kept over all projects, so that no call meets a declaration that its generator may remember.
    private static int _next;

    private readonly SyntaxTree[] _versions = [Unrelated(0, "1"), Unrelated(0, "2")];
    private readonly PeerGenerator _peer;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private int _version;

    private GeneratorProject(PeerGenerator peer, int declarations)
    {
        _peer = peer;
        var first = _next;
        _next += declarations;
        _compilation = CSharpCompilation.Create(
            "Project",
            [
                .. Enumerable.Range(first, declarations).Select(index => CSharpSyntaxTree.ParseText(peer.Declaration(index), Options, $"Declaration{index}.cs")),
                .. Enumerable.Range(1, UnrelatedFiles - 1).Select(file => Unrelated(file, "0")),
                _versions[0],
            ],
            peer.AllReferences,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create([peer.Make()], parseOptions: Options);
    }

    /// <summary>A project that the compiler has bound but on which the generator has not been run.</summary>
    public static GeneratorProject Opened(PeerGenerator peer, int declarations)
    {
        var project = new GeneratorProject(peer, declarations);
        // Resolves the references, which every generator needs and none should be charged for.
        _ = project._compilation.GetTypeByMetadataName("System.Object");
        return project;
    }

    /// <summary>Runs the generator on everything.</summary>
    public double FirstRun()
    {
        _driver = _driver.RunGenerators(_compilation);
        return Checked();
    }

    /// <summary>Replaces the unrelated file by its other version and runs the generator again.</summary>
    public double Keystroke()
    {
        var previous = _versions[_version];
        _version = 1 - _version;
        _compilation = _compilation.ReplaceSyntaxTree(previous, _versions[_version]);
        _driver = _driver.RunGenerators(_compilation);
        return _version;
    }

    private double Checked()
    {
        var result = _driver.GetRunResult().Results[0];
        if (result.Exception is { } exception)
        {
            throw new InvalidOperationException($"{_peer.Name} failed.", exception);
        }

        return result.GeneratedSources.IsEmpty ? throw new InvalidOperationException($"{_peer.Name} wrote nothing.") : result.GeneratedSources.Length;
    }

    private static SyntaxTree Unrelated(int index, string value) => CSharpSyntaxTree.ParseText(
        $$"""
        namespace Elsewhere;

        public class Unrelated{{index}}
        {
            public int Value(int x) => x + {{value}};
        }
        """,
        Options,
        path: $"Unrelated{index}.cs");
}
