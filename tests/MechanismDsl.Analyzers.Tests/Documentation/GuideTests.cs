namespace MechanismDsl.Analyzers.Tests.Documentation;

/// <summary>
/// Every sample of the guides compiles; what they state as output or as said by the compiler is what is printed and said. With MECHANISMDSL_UPDATE=1 in the
/// environment the pages are written instead.
/// </summary>
public class GuideTests
{
    [Theory]
    [InlineData("tutorial.md")]
    public async Task SamplesAreCompiledRunAndCompared(string name)
    {
        var page = GuidePage.Read(name);
        Assert.Equal(page.Fences, page.Blocks.Count);
        var current = page.Text;
        foreach (var block in page.Blocks.Reverse().Where(block => !block.IsSample && !block.IsCommand))
        {
            var program = Program(page, block.File);
            var said = await program.Said();
            var body = block.IsOutput ? program.Run().TrimEnd('\n') : string.Join('\n', said.Where(one => block.Asks(one.Id, one.IsError)).Select(one => one.Line));
            Assert.True(body.Length > 0, $"{name}: nothing for '{block.What}'; said is\n{string.Join('\n', said.Select(one => one.Line))}");
            current = current[..block.Position] + body + current[(block.Position + block.Body.Length)..];
        }

        if (Environment.GetEnvironmentVariable("MECHANISMDSL_UPDATE") == "1")
        {
            File.WriteAllText(GuidePage.PathOf(name), current);
        }

        Assert.Equal(current, File.ReadAllText(GuidePage.PathOf(name)));
    }

    [Theory]
    [InlineData("tutorial.md")]
    public async Task OnlyErrorsThatThePageShowsOccur(string name)
    {
        var page = GuidePage.Read(name);
        foreach (var sample in page.Blocks.Where(block => block.IsSample && block.File.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var isWrong = page.Blocks.Any(block => block.What == $"errors of {sample.File}");
            var errors = (await Program(page, sample.File).Said()).Where(one => one.IsError).Select(one => one.Line).ToList();
            Assert.True(isWrong == errors.Count > 0, $"{name}, {sample.File}:\n{string.Join('\n', errors)}");
        }
    }

    private static GuideProgram Program(GuidePage page, string file)
    {
        var (sources, data) = page.FilesOf(page.Blocks.Single(block => block.IsSample && block.File == file));
        return new GuideProgram(sources, data);
    }
}
