using System.Reflection;
using Basic.Reference.Assemblies;
using MechanismDsl.Generators;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Benchmarks;

/// <summary>A source generator with a declaration that it understands.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Make">A generator that nobody has run.</param>
/// <param name="Declaration">One declaration; other numbers are other declarations of the same kind.</param>
/// <param name="References">What its declarations need beside the framework.</param>
internal sealed record PeerGenerator(string Name, Func<ISourceGenerator> Make, Func<int, string> Declaration, params MetadataReference[] References)
{
    public static readonly PeerGenerator Ours = new(
        "this generator",
        () => new MechanismGenerator().AsSourceGenerator(),
        index => $$"""
            using MechanismDsl;

            namespace Market{{index % 10}};

            [Mechanism, SingleItem, RevenueOptimal]
            [Agent<Uniform>("North", 0, {{index + 1}}), Agent<Uniform>("South", 0, {{index + 7}})]
            public partial class Sale{{index}};
            """,
        MetadataReference.CreateFromFile(typeof(MechanismAttribute).Assembly.Location));

    public static readonly PeerGenerator Regex = new(
        "GeneratedRegex",
        () => Load("System.Text.RegularExpressions.Generator", "System.Text.RegularExpressions.Generator.RegexGenerator"),
        index => $$"""
            using System.Text.RegularExpressions;

            namespace Market{{index % 10}};

            public partial class Words{{index}}
            {
                [GeneratedRegex("(?<name>[a-z]+){{index}}:\\s*(?<value>\\d+)")]
                public static partial Regex Find();
            }
            """);

    public static readonly PeerGenerator Json = new(
        "System.Text.Json",
        () => Load("System.Text.Json.SourceGeneration", "System.Text.Json.SourceGeneration.JsonSourceGenerator"),
        index => $$"""
            using System.Text.Json.Serialization;

            namespace Market{{index % 10}};

            public record Bid{{index}}(int Agent, double Value, string Note);

            [JsonSerializable(typeof(Bid{{index}}))]
            public partial class Bid{{index}}Context : JsonSerializerContext;
            """);

    public static readonly PeerGenerator Mapperly = new(
        "Mapperly",
        () => Load("Riok.Mapperly", "Riok.Mapperly.MapperGenerator"),
        index => $$"""
            using Riok.Mapperly.Abstractions;

            namespace Market{{index % 10}};

            public class Bid{{index}} { public int Agent { get; set; } public double Value { get; set; } public string Note { get; set; } = ""; }

            public class Row{{index}} { public int Agent { get; set; } public double Value { get; set; } public string Note { get; set; } = ""; }

            [Mapper]
            public partial class Mapper{{index}}
            {
                public partial Row{{index}} Map(Bid{{index}} bid);
            }
            """,
        MetadataReference.CreateFromFile(PathOf("Riok.Mapperly.Abstractions")));

    public static readonly IReadOnlyList<PeerGenerator> All = [Ours, Regex, Json, Mapperly];

    /// <summary>All that a project of its declarations references.</summary>
    public IEnumerable<MetadataReference> AllReferences => [.. Net100.References.All, .. References];

    private static ISourceGenerator Load(string assembly, string generator)
    {
        var type = Assembly.LoadFrom(PathOf(assembly)).GetType(generator, throwOnError: true)!;
        return Activator.CreateInstance(type) switch
        {
            IIncrementalGenerator incremental => incremental.AsSourceGenerator(),
            ISourceGenerator source => source,
            _ => throw new InvalidOperationException($"{type} is no generator."),
        };
    }

    // Written into this assembly by the build.
    private static string PathOf(string assembly) =>
        typeof(PeerGenerator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == assembly).Value!;
}
