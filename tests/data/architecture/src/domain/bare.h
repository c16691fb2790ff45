struct Bare
{
};
