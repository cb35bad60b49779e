using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace MechanismDsl.Packaging.Tests;

/// <summary>What is in each package, entry by entry, and what its description says.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageContentsTests(PackageFixture package)
{
    private static readonly string[] Components =
    [
        "Fractions.dll", "MathNet.Numerics.dll", "MechanismDsl.Analyzers.dll", "MechanismDsl.CodeFixes.dll", "MechanismDsl.Generators.dll", "MechanismDsl.Language.dll", "MechanismDsl.Proofs.dll",
        "MechanismDsl.Theory.dll",
    ];

    /// <summary>The assemblies of the tool that are built here.</summary>
    private static readonly string[] Own =
        ["MechanismDsl", "MechanismDsl.Analyzers", "MechanismDsl.Audit", "MechanismDsl.Generators", "MechanismDsl.Language", "MechanismDsl.Proofs", "MechanismDsl.Theory", "mechanism"];

    public static TheoryData<string, string[]> Expected => new()
    {
        {
            "MechanismDsl.nupkg",
            [
                "LICENSE", "MechanismDsl.nuspec", "README.md", "THIRD-PARTY-NOTICES.md", .. Components.Select(file => "analyzers/dotnet/cs/" + file), "build/MechanismDsl.props",
                "build/MechanismDsl.targets", "buildTransitive/MechanismDsl.props", "buildTransitive/MechanismDsl.targets", "icon.png", "lib/net10.0/MechanismDsl.dll", "lib/net10.0/MechanismDsl.xml",
            ]
        },
        { "MechanismDsl.snupkg", ["MechanismDsl.nuspec", "lib/net10.0/MechanismDsl.pdb"] },
        {
            "MechanismDsl.Audit.nupkg",
            [
                "LICENSE", "MechanismDsl.Audit.nuspec", "THIRD-PARTY-NOTICES.md", "audit.md", "icon.png", "lib/net10.0/MechanismDsl.Audit.dll", "lib/net10.0/MechanismDsl.Audit.xml",
                "lib/net10.0/MechanismDsl.Theory.dll",
            ]
        },
        { "MechanismDsl.Audit.snupkg", ["MechanismDsl.Audit.nuspec", "lib/net10.0/MechanismDsl.Audit.pdb"] },
        {
            "MechanismDsl.OrTools.nupkg",
            ["LICENSE", "MechanismDsl.OrTools.nuspec", "icon.png", "lib/net10.0/MechanismDsl.OrTools.dll", "lib/net10.0/MechanismDsl.OrTools.xml", "ortools.md"]
        },
        { "MechanismDsl.OrTools.snupkg", ["MechanismDsl.OrTools.nuspec", "lib/net10.0/MechanismDsl.OrTools.pdb"] },
        {
            "MechanismDsl.Tool.nupkg",
            [
                "LICENSE", "MechanismDsl.Tool.nuspec", "THIRD-PARTY-NOTICES.md", "icon.png", "tool.md",
                .. ((string[])
                [
                    "DotnetToolSettings.xml", "Fractions.dll", "MathNet.Numerics.dll", "Microsoft.CodeAnalysis.CSharp.dll", "Microsoft.CodeAnalysis.dll", "Spectre.Console.Ansi.dll",
                    "Spectre.Console.dll", "System.CommandLine.dll", "mechanism.runtimeconfig.json",
                    .. Own.SelectMany(name => (string[])[name + ".dll", name + ".pdb"]),
                ]).Select(file => "tools/net10.0/any/" + file),
            ]
        },
        {
            "MechanismDsl.Tool.snupkg",
            ["MechanismDsl.Tool.nuspec", .. Own.Select(name => $"tools/net10.0/any/{name}.pdb")]
        },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Each_package_holds_exactly_what_it_should(string name, string[] expected)
    {
        using var file = Open(name);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            file.Entries.Select(entry => entry.FullName).Where(entry => !entry.StartsWith("package/services/", StringComparison.Ordinal) && entry is not ("_rels/.rels" or "[Content_Types].xml")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_is_listed() =>
        Assert.Equal(
            Expected.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(package.Feed).Select(file => Path.GetFileName(file).Replace($".{package.Version}", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("MechanismDsl", "README.md")]
    [InlineData("MechanismDsl.Audit", "audit.md")]
    [InlineData("MechanismDsl.OrTools", "ortools.md")]
    [InlineData("MechanismDsl.Tool", "tool.md")]
    public void Each_description_names_repository_readme_icon_and_licence(string id, string readme)
    {
        var metadata = Nuspec(id);
        Assert.Equal(id, Value("id"));
        Assert.Equal(package.Version, Value("version"));
        Assert.Equal(readme, Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("MIT", Value("license"));
        Assert.False(string.IsNullOrWhiteSpace(Value("description")));
        var repository = Assert.Single(metadata.Elements(), element => element.Name.LocalName == "repository");
        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal("https://github.com/mechanismdsl/mechanismdsl", repository.Attribute("url")?.Value);

        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    // What a consumer's program must be able to load: nothing. What the compiler needs travels in analyzers/.
    [Fact]
    public void The_library_depends_on_nothing_and_the_solver_package_brings_the_compiler_of_the_language()
    {
        Assert.Empty(Dependencies("MechanismDsl"));

        var dependencies = Dependencies("MechanismDsl.OrTools");
        Assert.Equal(["Google.OrTools", "MechanismDsl"], dependencies.Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        var language = dependencies.Single(dependency => dependency.Attribute("id")!.Value == "MechanismDsl");
        Assert.Equal(package.Version, language.Attribute("version")!.Value);

        // NuGet leaves analyzers and build files out unless told otherwise; without them a declaration would compile to nothing.
        Assert.Equal("All", language.Attribute("include")?.Value);
        Assert.Null(language.Attribute("exclude"));

        var audit = Dependencies("MechanismDsl.Audit");
        Assert.Equal(["Fractions", "MathNet.Numerics", "MechanismDsl"], audit.Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.Equal("All", audit.Single(dependency => dependency.Attribute("id")!.Value == "MechanismDsl").Attribute("include")?.Value);

        List<XElement> Dependencies(string id) => [.. Nuspec(id).Descendants().Where(element => element.Name.LocalName == "dependency")];
    }

    [Fact]
    public void The_icon_is_a_small_square_picture()
    {
        var bytes = File.ReadAllBytes(Repository.PathOf("docs/icon.png"));
        Assert.InRange(bytes.Length, 1, 10_000);
        Assert.Equal("89-50-4E-47-0D-0A-1A-0A", BitConverter.ToString(bytes, 0, 8));
        Assert.Equal((128, 128), (Number(16), Number(20)));

        int Number(int offset) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset));
    }

    [Fact]
    public void Symbols_belong_to_the_library_and_its_build_was_deterministic()
    {
        using var library = Image("MechanismDsl.nupkg", "lib/net10.0/MechanismDsl.dll");
        var entries = library.ReadDebugDirectory();
        Assert.Contains(entries, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        var link = library.ReadCodeViewDebugDirectoryData(entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));

        using var symbols = MetadataReaderProvider.FromPortablePdbStream(Bytes("MechanismDsl.snupkg", "lib/net10.0/MechanismDsl.pdb"));
        Assert.Equal(link.Guid, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    // Components are loaded by compilers that know nothing of .NET 10.
    [Fact]
    public void What_the_compiler_loads_is_built_for_every_compiler()
    {
        foreach (var component in Components)
        {
            using var image = Image("MechanismDsl.nupkg", "analyzers/dotnet/cs/" + component);
            var metadata = image.GetMetadataReader();
            var references = metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName()).ToList();
            Assert.Contains(references, reference => reference.Name == "netstandard" && reference.Version == new Version(2, 0, 0, 0));
            foreach (var roslyn in references.Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
            {
                Assert.Equal(Hosts.Roslyn, roslyn.Version);
            }
        }
    }

    private XElement Nuspec(string id)
    {
        using var stream = Bytes(id + ".nupkg", id + ".nuspec");
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private PEReader Image(string name, string entry) => new(Bytes(name, entry));

    private MemoryStream Bytes(string name, string entry)
    {
        using var file = Open(name);
        using var stream = file.GetEntry(entry)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private ZipArchive Open(string name)
    {
        var extension = Path.GetExtension(name);
        return ZipFile.OpenRead(Path.Combine(package.Feed, $"{name[..^extension.Length]}.{package.Version}{extension}"));
    }
}
