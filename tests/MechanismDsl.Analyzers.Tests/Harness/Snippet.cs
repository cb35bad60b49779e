using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Analyzers.Tests.Harness;

/// <summary>C# source and data files, compiled as a consumer's project would be: global usings of the package, generator output included.</summary>
/// <param name="Code">The source.</param>
internal sealed record Snippet(string Code)
{
    private const string Usings = "global using System;\nglobal using System.Linq;\nglobal using MechanismDsl;\nglobal using static MechanismDsl.Guarantee;\n";

    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    public static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Default);

    public static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(MechanismAttribute).Assembly.Location)];

    private static readonly ImmutableArray<Type> Generators =
        [.. Assembly.Load("MechanismDsl.Generators").GetTypes().Where(type => type.GetCustomAttribute<GeneratorAttribute>() is not null)];

    public ImmutableArray<AdditionalText> Files { get; init; } = [];

    /// <summary>Assemblies beside the framework and the package.</summary>
    public ImmutableArray<MetadataReference> Libraries { get; init; } = [];

    /// <summary>What NoWarn and rulesets say.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Switches { get; init; } = ImmutableDictionary<string, ReportDiagnostic>.Empty;

    /// <summary>The compilation with what the generator writes into it.</summary>
    public Compilation Compile() =>
        WithGenerated(
            CSharpCompilation.Create(
                "Consumer",
                [CSharpSyntaxTree.ParseText(Usings, Parsing, "Usings.cs"), CSharpSyntaxTree.ParseText(Code, Parsing, "Declaration.cs")],
                References.AddRange(Libraries),
                Options.WithSpecificDiagnosticOptions(Switches)),
            Files);

    /// <summary>The tree of the usings that the package brings.</summary>
    public static string UsingsText => Usings;

    public static Compilation WithGenerated(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        var driver = CSharpGeneratorDriver.Create(
            Generators.Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()), files, Parsing);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return output;
    }
}
