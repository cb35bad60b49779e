using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Projects;
using MechanismDsl.Tool.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Tool.Tests.Support;

/// <summary>Declarations as a project has them, compiled in memory with what the generator adds.</summary>
internal sealed class Sample
{
    private const string Usings = "using System;\nusing MechanismDsl;\nusing static MechanismDsl.Guarantee;\n";
    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.Latest);

    private Sample(ProjectCompilation project, ImmutableArray<Declared> mechanisms) => (Project, Mechanisms) = (project, mechanisms);

    public ProjectCompilation Project { get; }

    public ImmutableArray<Declared> Mechanisms { get; }

    /// <summary>Compiles declarations.</summary>
    /// <param name="source">The declarations, without usings.</param>
    /// <param name="files">Files that declarations name, with their contents.</param>
    public static Sample Of(string source, params (string Path, string Text)[] files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "MechanismDsl.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(SourceText.From(Usings + source, System.Text.Encoding.UTF8), _parsing, "Sample.cs")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        var options = new AnalyzerOptions([.. files.Select(file => (AdditionalText)new Text(file.Path, file.Text))]);
        var project = ProjectCompilation.Of(compilation, options, _parsing);
        return new Sample(project, MechanismReader.Read(project, CancellationToken.None));
    }

    /// <summary>What runs one of the declarations, after the program was built.</summary>
    public Runner Runner(string name) => Tool.Running.Runner.Of(Type(name));

    /// <summary>The type of one of the declarations, after the program was built.</summary>
    public Type Type(string name)
    {
        using var image = new MemoryStream();
        var result = Project.Complete.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(image);
        return assembly.GetTypes().Single(type => type.Name == name && type.IsAssignableTo(typeof(IMechanism)));
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
