using System.Reflection;

namespace MechanismDsl.Packaging.Tests;

/// <summary>
/// What consumers can name is written down beside each library, so that a change of it is seen in review; with MECHANISMDSL_UPDATE=1 in the environment the
/// files are written instead.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("MechanismDsl")]
    [InlineData("MechanismDsl.Audit")]
    [InlineData("MechanismDsl.OrTools")]
    public void The_public_surface_is_the_committed_one(string name)
    {
        var file = Repository.PathOf($"src/{name}/PublicApi.txt");
        var surface = PublicSurface.Of(Assembly.Load(name));
        if (Environment.GetEnvironmentVariable("MECHANISMDSL_UPDATE") == "1")
        {
            File.WriteAllText(file, surface);
        }

        Assert.Equal(File.ReadAllText(file).Split('\n'), surface.Split('\n'));
    }

    // The renderer itself, on a type that has one of everything.
    [Fact]
    public void The_text_names_kinds_nullability_and_defaults()
    {
        var lines = PublicSurface.Of(typeof(Sample<>).Assembly).Split('\n').SkipWhile(line => !line.Contains(nameof(Sample<>), StringComparison.Ordinal)).TakeWhile((line, index) => index == 0 || line.StartsWith(' ')).ToList();
        Assert.Equal(
            [
                "abstract class MechanismDsl.Packaging.Tests.Sample<T> : System.IDisposable where T : struct",
                "  const int Limit = 3",
                "  protected Sample(T first, string? name)",
                "  protected abstract void Forget()",
                "  static bool TryRead(System.ReadOnlySpan<T> values, out T found, int from = 2, string? what = default)",
                "  string? Name { get; init; }",
                "  virtual void Dispose()",
            ],
            lines);
    }
}

/// <summary>Something to render.</summary>
public abstract class Sample<T> : IDisposable
    where T : struct
{
    public const int Limit = 3;

    private readonly T _first;

    protected Sample(T first, string? name)
    {
        _first = first;
        Name = name;
    }

    public string? Name { get; init; }

    public static bool TryRead(ReadOnlySpan<T> values, out T found, int from = 2, string? what = null)
    {
        found = values.Length > from && what is null ? values[from] : default;
        return values.Length > from;
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    protected abstract void Forget();

    internal T First => _first;
}
