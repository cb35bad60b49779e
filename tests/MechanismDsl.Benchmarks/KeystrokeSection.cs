using Basic.Reference.Assemblies;
using MechanismDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Benchmarks;

/// <summary>
/// What a keystroke in a file without mechanisms costs: the generator's incremental run against the least that any generator that looks at
/// attributes can do, with one file for each type and 200 unrelated files.
/// </summary>
internal static class KeystrokeSection
{
    private const int UnrelatedFiles = 200;

    public static IEnumerable<Comparison> Comparisons()
    {
        foreach (var types in (int[])[100, 1000])
        {
            var floor = new Editor(types, new AttributeFloor());
            var generator = new Editor(types, new MechanismGenerator());
            yield return new Comparison(
                $"keystroke elsewhere, {types} mechanisms",
                1,
                new Variant("attribute floor", floor.Keystroke),
                new Variant("generator", generator.Keystroke, Target: 1.2));
        }
    }

    /// <summary>A project in which somebody types in one unrelated file.</summary>
    private sealed class Editor
    {
        private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

        private readonly SyntaxTree[] _versions = [Unrelated(0, "1"), Unrelated(0, "2")];
        private CSharpCompilation _compilation;
        private GeneratorDriver _driver;
        private int _version;

        public Editor(int types, IIncrementalGenerator generator)
        {
            var trees = Enumerable.Range(0, types).Select(Mechanism)
                .Concat(Enumerable.Range(1, UnrelatedFiles - 1).Select(file => Unrelated(file, "0")))
                .Append(_versions[0]);
            _compilation = CSharpCompilation.Create(
                "Project",
                trees,
                [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(MechanismAttribute).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            _driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Options).RunGenerators(_compilation);
            if (_driver.GetRunResult().Results[0].Exception is { } exception)
            {
                throw new InvalidOperationException("The generator failed.", exception);
            }
        }

        /// <summary>Replaces the file by its other version and runs the generator.</summary>
        public double Keystroke()
        {
            var previous = _versions[_version];
            _version = 1 - _version;
            _compilation = _compilation.ReplaceSyntaxTree(previous, _versions[_version]);
            _driver = _driver.RunGenerators(_compilation);
            return _version;
        }

        private static SyntaxTree Mechanism(int index) => CSharpSyntaxTree.ParseText(
            $$"""
            using MechanismDsl;

            namespace Market{{index % 10}};

            [Mechanism, SingleItem, RevenueOptimal]
            [Agent<Uniform>("North", 0, {{index + 1}}), Agent<Uniform>("South", 0, {{index + 7}})]
            public partial class Sale{{index}};
            """,
            Options,
            path: $"Sale{index}.cs");

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

    /// <summary>The floor: finds the same types and binds their attribute arguments, and nothing else.</summary>
    private sealed class AttributeFloor : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var names = context.SyntaxProvider.ForAttributeWithMetadataName(
                "MechanismDsl.MechanismAttribute",
                static (_, _) => true,
                static (found, _) => string.Join(';', found.TargetSymbol.GetAttributes().SelectMany(attribute => attribute.ConstructorArguments).Select(Text)));
            context.RegisterSourceOutput(names, static (_, _) => { });
        }

        private static string Text(TypedConstant constant) => constant.Kind == TypedConstantKind.Array
            ? string.Join(',', constant.Values.Select(Text))
            : $"{constant.Value}";
    }
}
